package tidings.query.graphql;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import tidings.events.channel.ChannelId;
import tidings.query.channels.ChannelQueries;
import tidings.query.channels.ChannelView;
import tidings.query.history.HistoryQueries;
import tidings.query.history.RecordedChannelEvent;
import tidings.query.identity.Viewer;
import tidings.query.identity.ViewerStanding;
import tidings.query.projection.ProjectionProgress;

/**
 * Follows a channel in the views: a page after the other, then whatever the projection adds. Reads only as fast as
 * the subscriber takes, so its memory is bounded; whether the caller may still read is asked before every page.
 */
@Controller
final class ChannelEventsSubscription {

    private static final int PAGE = 100;
    private static final int MOST_SUBSCRIPTIONS = 10_000;
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final ChannelQueries channels;
    private final HistoryQueries history;
    private final ProjectionProgress progress;
    private final ViewerStanding standing;
    private final Semaphore free = new Semaphore(MOST_SUBSCRIPTIONS);

    ChannelEventsSubscription(
            ChannelQueries channels, HistoryQueries history, ProjectionProgress progress, ViewerStanding standing) {
        this.channels = channels;
        this.history = history;
        this.progress = progress;
        this.standing = standing;
    }

    @SubscriptionMapping
    Flux<RecordedChannelEvent> channelEvents(
            @Argument String channelId,
            @Argument @Nullable Integer afterSeq,
            @ContextValue(Viewer.ATTRIBUTE) Viewer viewer) {
        ChannelView channel = RootController.Identifiers.channel(channelId)
                .flatMap(id -> channels.readable(viewer.id(), id))
                .orElseThrow(QueryRefused::notFound);
        long start = afterSeq == null ? channel.seq() : afterSeq;
        return Flux.create(sink -> begin(viewer, channel.id(), start, sink), FluxSink.OverflowStrategy.BUFFER);
    }

    private void begin(Viewer viewer, ChannelId channel, long start, FluxSink<RecordedChannelEvent> sink) {
        if (!free.tryAcquire()) {
            sink.error(new QueryRefused(ErrorCode.TOO_COMPLEX, "too many subscriptions on this node"));
            return;
        }
        Semaphore demand = new Semaphore(0);
        sink.onRequest(ignored -> demand.release());
        Thread follower = Thread.ofVirtual().unstarted(() -> follow(viewer, channel, start, sink, demand));
        sink.onDispose(() -> {
            follower.interrupt();
            free.release();
        });
        follower.start();
    }

    private void follow(
            Viewer viewer, ChannelId channel, long start, FluxSink<RecordedChannelEvent> sink, Semaphore demand) {
        long seq = start;
        try {
            while (!sink.isCancelled()) {
                if (sink.requestedFromDownstream() == 0) {
                    demand.tryAcquire(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
                    continue;
                }
                insistOnAccess(viewer, channel);
                long from = seq;
                progress.await(
                        channel.value(),
                        LOOK_AGAIN,
                        LOOK_AGAIN,
                        () -> !history.events(channel, from, 1).isEmpty());
                int page = (int) Math.min(PAGE, sink.requestedFromDownstream());
                List<RecordedChannelEvent> events = history.events(channel, seq, page);
                events.forEach(sink::next);
                seq = events.isEmpty() ? seq : events.getLast().seq();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            // whoever follows has to hear that nothing more comes
            sink.error(e);
        }
    }

    private void insistOnAccess(Viewer viewer, ChannelId channel) {
        if (!standing.holds(viewer)) {
            throw new QueryRefused(ErrorCode.UNAUTHENTICATED, "the access token has expired or its session has ended");
        }
        if (channels.readable(viewer.id(), channel).isEmpty()) {
            throw QueryRefused.notFound();
        }
    }
}
