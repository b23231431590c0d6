package tidings.gateway.hub;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tidings.events.channel.ChannelId;
import tidings.gateway.eventlog.EventPage;
import tidings.gateway.fanout.Broadcast;
import tidings.gateway.frame.ServerFrame;

/**
 * One channel on one event loop, and confined to it. Broadcasts may come doubled, late, out of order or not at all:
 * {@link #delivered} only ever moves by one, later events wait while the missing ones are fetched, and every session
 * has a cursor of its own.
 */
final class ChannelHub {

    private static final int MAX_HELD = 1_000;
    private static final int MAX_FRUITLESS_FETCHES = 8;
    private static final long MIN_BACKOFF_MS = 25;
    private static final long MAX_BACKOFF_MS = 2_000;
    private static final long CONGESTION_PAUSE_MS = 50;

    private final ChannelId channelId;
    private final HubLane lane;
    private final Roster roster = new Roster();
    private final RecentEvents recent = new RecentEvents();
    private final TreeMap<Long, ServerFrame.Event> held = new TreeMap<>();

    /** The last seq that was given to the live sessions. */
    private long delivered;

    /** The last seq that is known to be recorded. */
    private long knownHead;

    private boolean fetching;
    private boolean checkScheduled;
    private int fruitlessFetches;

    ChannelHub(ChannelId channelId, HubLane lane, long head) {
        this.channelId = channelId;
        this.lane = lane;
        this.delivered = head;
        this.knownHead = head;
    }

    ChannelId channelId() {
        return channelId;
    }

    /** The last seq that this gateway knows of. */
    long knownHead() {
        return knownHead;
    }

    boolean isEmpty() {
        return roster.isEmpty();
    }

    Subscription attach(Subscriber subscriber, long cursor, long head) {
        Subscription subscription = new Subscription(subscriber, this, cursor, head);
        roster.add(subscription);
        noteHead(head);
        if (cursor < head && delivered < head) {
            fetchMissing();
        }
        catchUp(subscription, 0);
        return subscription;
    }

    void detach(Subscription subscription) {
        roster.remove(subscription);
    }

    void onBroadcast(Broadcast broadcast) {
        switch (broadcast) {
            case Broadcast.Recorded recorded -> onEvent(recorded.event());
            case Broadcast.Signal signal -> roster.relay(signal.from(), signal.frame());
            case Broadcast.Joined ignored -> {}
            case Broadcast.Read ignored -> {}
            case Broadcast.Gossip ignored -> {}
            case Broadcast.SessionEnded ignored -> {}
        }
    }

    private void onEvent(ServerFrame.Event event) {
        if (event.seq() <= delivered) {
            return;
        }
        if (event.seq() == delivered + 1) {
            deliver(event);
            deliverHeld();
            return;
        }
        held.put(event.seq(), event);
        if (held.size() > MAX_HELD) {
            held.pollLastEntry();
        }
        knownHead = Math.max(knownHead, event.seq());
        fetchMissing();
    }

    private void deliver(ServerFrame.Event event) {
        delivered = event.seq();
        knownHead = Math.max(knownHead, delivered);
        recent.add(event);
        roster.deliver(event);
    }

    private void deliverHeld() {
        while (!held.isEmpty() && held.firstKey() <= delivered + 1) {
            ServerFrame.Event event = held.pollFirstEntry().getValue();
            if (event.seq() == delivered + 1) {
                deliver(event);
            }
        }
    }

    /** An event of this seq is recorded; if it does not arrive soon it is fetched. */
    void noteHead(long head) {
        knownHead = Math.max(knownHead, head);
        if (delivered < knownHead && !checkScheduled) {
            checkScheduled = true;
            long expected = knownHead;
            lane.schedule(() -> check(expected), lane.ackGraceMs());
        }
    }

    private void check(long expected) {
        checkScheduled = false;
        if (delivered < expected) {
            lane.suspect();
            fetchMissing();
        } else {
            noteHead(knownHead);
        }
    }

    private void fetchMissing() {
        if (fetching) {
            return;
        }
        fetching = true;
        lane.read(channelId, delivered, this::onFetched);
    }

    /** The page is null when neither source answered. */
    private void onFetched(@Nullable EventPage page) {
        fetching = false;
        long before = delivered;
        if (page != null) {
            for (ServerFrame.Event event : page.events()) {
                if (event.seq() == delivered + 1) {
                    deliver(event);
                }
            }
            deliverHeld();
        }
        fruitlessFetches = delivered > before ? 0 : fruitlessFetches + 1;
        if (page != null && fruitlessFetches > MAX_FRUITLESS_FETCHES) {
            // the log denies what a broadcast claimed, as after a restored backup: the log is right
            held.clear();
            knownHead = Math.max(delivered, page.headSeq());
        }
        if (delivered < knownHead && !roster.isEmpty()) {
            if (fruitlessFetches == 0) {
                fetchMissing();
            } else {
                lane.schedule(this::fetchMissing, backoff(fruitlessFetches));
            }
        }
    }

    private static long backoff(int attempt) {
        return Math.min(MAX_BACKOFF_MS, MIN_BACKOFF_MS << Math.min(attempt, 10));
    }

    /** Brings one session to where the hub is: from memory if possible, else page by page. */
    private void catchUp(Subscription subscription, int fruitless) {
        if (!subscription.isOpen()) {
            return;
        }
        if (subscription.cursor >= delivered) {
            subscription.live = true;
            return;
        }
        if (subscription.subscriber().congested()) {
            lane.schedule(() -> catchUp(subscription, fruitless), CONGESTION_PAUSE_MS);
            return;
        }
        List<ServerFrame.Event> remembered = recent.after(subscription.cursor);
        if (remembered != null) {
            give(subscription, remembered);
            catchUp(subscription, 0);
            return;
        }
        lane.readToCatchUp(channelId, subscription.cursor, page -> {
            if (!subscription.isOpen()) {
                return;
            }
            long before = subscription.cursor;
            give(subscription, page == null ? List.of() : page.events());
            if (subscription.cursor > before) {
                catchUp(subscription, 0);
            } else {
                lane.schedule(() -> catchUp(subscription, fruitless + 1), backoff(fruitless + 1));
            }
        });
    }

    private void give(Subscription subscription, List<ServerFrame.Event> events) {
        for (ServerFrame.Event event : events) {
            if (!subscription.isOpen()) {
                return;
            }
            if (event.seq() == subscription.cursor + 1 && Roster.deliver(subscription, event)) {
                roster.sayGoodbye(subscription);
                lane.released(this);
            }
        }
    }
}
