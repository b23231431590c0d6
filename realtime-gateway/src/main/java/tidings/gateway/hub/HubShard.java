package tidings.gateway.hub;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidings.events.channel.ChannelId;
import tidings.gateway.eventlog.EventLog;
import tidings.gateway.eventlog.EventPage;
import tidings.gateway.eventlog.ReadLimiter;
import tidings.gateway.fanout.Broadcast;
import tidings.gateway.fanout.Broker;
import tidings.gateway.fanout.Topic;
import tidings.gateway.health.Background;

/**
 * All channels with sessions on one event loop. Everything here happens on that loop, so nothing is locked; broadcasts
 * and answers are handed over to it.
 */
public final class HubShard {

    private static final Logger LOG = LoggerFactory.getLogger(HubShard.class);
    private static final int HEADS_PER_READ = 500;
    private static final long HEADS_DELAY_MS = 10;
    private static final long TICK_MS = 1_000;
    private static final int MAX_CATCH_UPS = 32;
    private static final int MAX_CATCH_UPS_WAITING = 200_000;

    /** A channel's hub, subscribed to the broker. */
    private final class SubscribedHub implements Broker.Listener {

        final ChannelHub hub;

        SubscribedHub(ChannelHub hub) {
            this.hub = hub;
        }

        @Override
        public void onBroadcast(Broadcast broadcast) {
            loop.execute(() -> hub.onBroadcast(broadcast));
        }
    }

    private final ScheduledExecutorService loop;
    private final Broker broker;
    private final EventLog log;
    private final MissingEvents missing;
    private final ReadLimiter catchUps = new ReadLimiter(MAX_CATCH_UPS, MAX_CATCH_UPS_WAITING);
    private final HubProperties properties;
    private final Map<ChannelId, SubscribedHub> hubs = new HashMap<>();
    private Set<ChannelId> headsWanted = new HashSet<>();
    private long nowMs;
    private long lastSweepMs;
    private long troubledUntilMs;

    public HubShard(ScheduledExecutorService loop, Broker broker, EventLog log, HubProperties properties) {
        this.loop = loop;
        this.broker = broker;
        this.log = log;
        this.missing = new MissingEvents(broker, log);
        this.properties = properties;
        broker.onInterruption(() -> loop.execute(this::onInterruption));
        var unused = Background.every(loop, "the sweep of heads", this::tick, TICK_MS);
    }

    /**
     * Subscribes a session: it gets every event after {@code cursor} once and in order, then lives on.
     *
     * @param head the channel's last seq, read from the event log when access was checked; at least {@code cursor}
     */
    public Subscription subscribe(Subscriber subscriber, ChannelId channelId, long cursor, long head) {
        SubscribedHub subscribed = hubs.get(channelId);
        if (subscribed == null) {
            SubscribedHub opened = new SubscribedHub(new ChannelHub(channelId, this, head));
            hubs.put(channelId, opened);
            var unused = broker.subscribe(Topic.of(channelId), opened).thenRunAsync(() -> wantHead(channelId), loop);
            subscribed = opened;
        }
        return subscribed.hub.attach(subscriber, cursor, head);
    }

    public void unsubscribe(Subscription subscription) {
        subscription.hub().detach(subscription);
        released(subscription.hub());
    }

    /** An event was acknowledged to a session of this loop: if it does not arrive soon it is fetched. */
    public void acknowledged(ChannelId channelId, long seq) {
        SubscribedHub subscribed = hubs.get(channelId);
        if (subscribed != null) {
            subscribed.hub.noteHead(seq);
        }
    }

    /** How many channels have sessions here or had them a moment ago. */
    public int size() {
        return hubs.size();
    }

    void released(ChannelHub hub) {
        if (hub.isEmpty()) {
            schedule(() -> closeIfEmpty(hub), properties.linger().toMillis());
        }
    }

    private void closeIfEmpty(ChannelHub hub) {
        SubscribedHub subscribed = hubs.get(hub.channelId());
        if (subscribed != null && subscribed.hub == hub && hub.isEmpty()) {
            hubs.remove(hub.channelId());
            broker.unsubscribe(Topic.of(hub.channelId()), subscribed);
        }
    }

    long ackGraceMs() {
        return properties.ackGrace().toMillis();
    }

    void schedule(Runnable task, long delayMs) {
        Runnable guarded = () -> Background.run("a channel's task", task);
        var unused = loop.schedule(guarded, delayMs, TimeUnit.MILLISECONDS);
    }

    /** Reads missing events and answers on the loop; null when neither Redis nor a command node could be asked. */
    void read(ChannelId channelId, long afterSeq, boolean logOnly, Consumer<@Nullable EventPage> reader) {
        var unused = Background.start(() -> missing.read(channelId, afterSeq, logOnly))
                .whenCompleteAsync((page, failure) -> tell(reader, failure == null ? page : null), loop);
    }

    private static void tell(Consumer<@Nullable EventPage> reader, @Nullable EventPage page) {
        Background.run("a channel's missing events", () -> reader.accept(page));
    }

    /**
     * Like {@link #read}, for one session that catches up. Only so many do at once, the others in the order of their
     * coming: when thousands come back together, what they read stays bounded, and what live sessions miss goes first.
     */
    void readToCatchUp(ChannelId channelId, long afterSeq, boolean logOnly, Consumer<@Nullable EventPage> reader) {
        var unused = catchUps.run(() -> missing.read(channelId, afterSeq, logOnly))
                .whenCompleteAsync((page, failure) -> tell(reader, failure == null ? page : null), loop);
    }

    /** Events went missing: heads are compared more often for a while. */
    void suspect() {
        troubledUntilMs = nowMs + properties.troubledFor().toMillis();
    }

    private void onInterruption() {
        suspect();
        hubs.keySet().forEach(this::wantHead);
    }

    private void tick() {
        nowMs += TICK_MS;
        boolean troubled = nowMs < troubledUntilMs || !broker.isConnected();
        long every = (troubled ? properties.troubledSweepEvery() : properties.sweepEvery()).toMillis();
        if (nowMs - lastSweepMs >= every) {
            lastSweepMs = nowMs;
            hubs.keySet().forEach(this::wantHead);
        }
    }

    /** Collects channels whose heads are to be read, so that many cost one read. */
    private void wantHead(ChannelId channelId) {
        if (headsWanted.isEmpty()) {
            schedule(this::readHeads, HEADS_DELAY_MS);
        }
        headsWanted.add(channelId);
    }

    private void readHeads() {
        List<ChannelId> wanted = new ArrayList<>(headsWanted);
        headsWanted = new HashSet<>();
        for (int from = 0; from < wanted.size(); from += HEADS_PER_READ) {
            List<ChannelId> some = wanted.subList(from, Math.min(wanted.size(), from + HEADS_PER_READ));
            Map<ChannelHub, Long> delivered = new HashMap<>();
            for (ChannelId channelId : some) {
                SubscribedHub subscribed = hubs.get(channelId);
                if (subscribed != null) {
                    delivered.put(subscribed.hub, subscribed.hub.delivered());
                }
            }
            var unused = Background.start(() -> log.readHeads(some))
                    .whenCompleteAsync((heads, failure) -> onHeads(delivered, heads, failure), loop);
        }
    }

    private void onHeads(
            Map<ChannelHub, Long> delivered, @Nullable Map<ChannelId, Long> heads, @Nullable Throwable failure) {
        if (heads == null) {
            LOG.debug("the heads could not be read; the next sweep reads them", failure);
            return;
        }
        delivered.forEach((hub, before) -> {
            Long head = heads.get(hub.channelId());
            if (head != null) {
                Background.run("a head", () -> hub.onHeadRead(head, before));
            }
        });
    }
}
