package tidings.gateway.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import tidings.events.channel.ChannelId;
import tidings.gateway.eventlog.EventLog;
import tidings.gateway.eventlog.EventPage;
import tidings.gateway.fanout.Broker;
import tidings.gateway.frame.ServerFrame;

/** Reads events that did not arrive: from the replay buffer where it has the very next one, else from the event log. */
final class MissingEvents {

    private final Broker broker;
    private final EventLog log;

    MissingEvents(Broker broker, EventLog log) {
        this.broker = broker;
        this.log = log;
    }

    /**
     * A run of events from {@code afterSeq + 1} without gaps; empty when the log has none. The head of an answer from
     * the replay buffer is that of its last event. {@code logOnly} passes the replay buffer by.
     */
    CompletableFuture<EventPage> read(ChannelId channelId, long afterSeq, boolean logOnly) {
        if (logOnly) {
            return log.readChannel(channelId, afterSeq);
        }
        return broker.replay(channelId, afterSeq, EventLog.MAX_PAGE)
                .handle((events, failure) -> failure == null ? run(events, afterSeq) : List.<ServerFrame.Event>of())
                .thenCompose(run -> run.isEmpty()
                        ? log.readChannel(channelId, afterSeq)
                        : CompletableFuture.completedFuture(
                                new EventPage(run, run.getLast().seq())));
    }

    private static List<ServerFrame.Event> run(List<ServerFrame.Event> events, long afterSeq) {
        List<ServerFrame.Event> run = new ArrayList<>(events.size());
        long next = afterSeq + 1;
        for (ServerFrame.Event event : events) {
            if (event.seq() != next) {
                break;
            }
            run.add(event);
            next++;
        }
        return run;
    }
}
