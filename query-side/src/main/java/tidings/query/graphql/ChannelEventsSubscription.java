package tidings.query.graphql;

import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import tidings.access.Identity;
import tidings.access.SessionStanding;
import tidings.events.channel.ChannelId;
import tidings.query.access.ViewerFilter;
import tidings.query.admission.CurrentAccount;
import tidings.query.admission.Permit;
import tidings.query.channels.ChannelQueries;
import tidings.query.channels.ChannelView;
import tidings.query.history.HistoryQueries;
import tidings.query.history.RecordedChannelEvent;
import tidings.query.projection.StreamWatch;

/**
 * Follows a channel in the views: a page after the other, then whatever the projection adds, of which it is told. Reads
 * only as fast as the subscriber takes, so its memory is bounded; while nothing happens it asks nothing. Whether the
 * caller may still read is asked before every page: whatever ends that is an event of the channel, or ends the socket.
 */
@Controller
final class ChannelEventsSubscription {

    private static final int PAGE = 100;
    private static final int MOST_SUBSCRIPTIONS = 10_000;

    private final ChannelQueries channels;
    private final HistoryQueries history;
    private final StreamWatch watch;
    private final SessionStanding standing;
    private final Semaphore free = new Semaphore(MOST_SUBSCRIPTIONS);

    ChannelEventsSubscription(
            ChannelQueries channels, HistoryQueries history, StreamWatch watch, SessionStanding standing) {
        this.channels = channels;
        this.history = history;
        this.watch = watch;
        this.standing = standing;
    }

    @SubscriptionMapping
    Flux<RecordedChannelEvent> channelEvents(
            @Argument String channelId,
            @Argument @Nullable Integer afterSeq,
            @ContextValue(ViewerFilter.VIEWER) Identity viewer) {
        ChannelView channel = RootController.Identifiers.channel(channelId)
                .flatMap(id -> channels.readable(viewer.accountId(), id))
                .orElseThrow(QueryRefusedException::notFound);
        long start = afterSeq == null ? channel.seq() : afterSeq;
        if (start > channel.seq()) {
            throw new QueryRefusedException(
                    ErrorCode.STALE,
                    "afterSeq is ahead of the channel, which is at " + channel.seq()
                            + " here: ask again, or begin at its end");
        }
        return Flux.create(sink -> begin(viewer, channel.id(), start, sink), FluxSink.OverflowStrategy.BUFFER);
    }

    private void begin(Identity viewer, ChannelId channel, long start, FluxSink<RecordedChannelEvent> sink) {
        if (!free.tryAcquire()) {
            sink.error(new QueryRefusedException(ErrorCode.RATE_LIMITED, "too many subscriptions on this node"));
            return;
        }
        Semaphore wakeUps = new Semaphore(0);
        sink.onRequest(ignored -> wakeUps.release());
        Thread follower =
                Thread.ofVirtual().name("follower").unstarted(() -> follow(viewer, channel, start, sink, wakeUps));
        sink.onDispose(() -> {
            follower.interrupt();
            free.release();
        });
        follower.start();
    }

    private void follow(
            Identity viewer, ChannelId channel, long start, FluxSink<RecordedChannelEvent> sink, Semaphore wakeUps) {
        Permit account = CurrentAccount.set(viewer.accountId());
        // told from before the first page is read, so that nothing falls between a page and the next wake-up
        StreamWatch.Following following = watch.follow(channel.value(), wakeUps::release);
        try {
            long seq = start;
            while (!sink.isCancelled()) {
                wakeUps.drainPermits();
                long next = handOn(viewer, channel, seq, sink);
                if (next == seq) {
                    wakeUps.acquire();
                }
                seq = next;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            // the subscriber has to hear that nothing more comes
            if (!sink.isCancelled()) {
                sink.error(e);
            }
        } finally {
            following.close();
            account.close();
        }
    }

    /** Answers up to where the subscriber has been served. */
    private long handOn(Identity viewer, ChannelId channel, long seq, FluxSink<RecordedChannelEvent> sink) {
        int page = (int) Math.min(PAGE, sink.requestedFromDownstream());
        List<RecordedChannelEvent> events = page == 0 ? List.of() : history.events(channel, seq, page);
        if (events.isEmpty()) {
            return seq;
        }
        insistOnAccess(viewer, channel);
        events.forEach(sink::next);
        return events.getLast().seq();
    }

    private void insistOnAccess(Identity viewer, ChannelId channel) {
        if (!standing.holds(viewer)) {
            throw new QueryRefusedException(
                    ErrorCode.UNAUTHENTICATED, "the access token has expired or its session has ended");
        }
        if (channels.readable(viewer.accountId(), channel).isEmpty()) {
            throw QueryRefusedException.notFound();
        }
    }
}
