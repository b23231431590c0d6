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

    private final ChannelId channelId;
    private final HubShard shard;
    private final Subscribers subscribers = new Subscribers();
    private final RecentEvents recent = new RecentEvents();
    private final TreeMap<Long, ServerFrame.Event> held = new TreeMap<>();

    /** The last seq that was given to the live sessions. */
    private long delivered;

    /** The last seq that is known to be recorded. */
    private long knownHead;

    /** Whether the log was found to be shorter than before: the replay buffer may hold what never was. */
    private boolean rewound;

    private boolean fetching;
    private boolean checkScheduled;
    private int fruitlessFetches;

    ChannelHub(ChannelId channelId, HubShard shard, long head) {
        this.channelId = channelId;
        this.shard = shard;
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

    /** The last seq that was given to the live sessions. */
    long delivered() {
        return delivered;
    }

    boolean isEmpty() {
        return subscribers.isEmpty();
    }

    Subscription attach(Subscriber subscriber, long cursor, long head) {
        Subscription subscription = new Subscription(subscriber, this, cursor, head);
        subscribers.add(subscription);
        noteHead(head);
        if (cursor < head && delivered < head) {
            fetchMissing();
        }
        catchUp(subscription, 0);
        return subscription;
    }

    void detach(Subscription subscription) {
        subscribers.remove(subscription);
    }

    void onBroadcast(Broadcast broadcast) {
        switch (broadcast) {
            case Broadcast.Recorded recorded -> onEvent(recorded.event());
            case Broadcast.Signal signal -> subscribers.relay(signal.from(), signal.frame());
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
        subscribers.deliver(event);
    }

    private void deliverHeld() {
        while (!held.isEmpty() && held.firstKey() <= delivered + 1) {
            ServerFrame.Event event = held.pollFirstEntry().getValue();
            if (event.seq() == delivered + 1) {
                deliverMissed(event);
            }
        }
    }

    /** What was missing may come all at once: a subscriber that cannot take so much goes on at the pace of its own socket. */
    private void deliverMissed(ServerFrame.Event event) {
        List<Subscription> aside = subscribers.setAsideCongested();
        deliver(event);
        aside.forEach(subscription -> catchUp(subscription, 0));
    }

    /**
     * The log's head, read after this hub had delivered up to {@code before}. What was delivered was in the log: a lower
     * head is another log, such as that of a restored backup, and all begin again at its end.
     */
    void onHeadRead(long head, long before) {
        if (head >= before) {
            noteHead(head);
            return;
        }
        rewound = true;
        delivered = head;
        knownHead = head;
        held.clear();
        recent.clear();
        for (Subscription subscription : subscribers.all()) {
            if (subscription.cursor > head) {
                subscription.cursor = head;
                subscription.subscriber().rewound(subscription, head);
            }
        }
    }

    /** An event of this seq is recorded; if it does not arrive soon it is fetched. */
    void noteHead(long head) {
        knownHead = Math.max(knownHead, head);
        if (delivered < knownHead && !checkScheduled) {
            checkScheduled = true;
            long expected = knownHead;
            shard.schedule(() -> check(expected), shard.ackGraceMs());
        }
    }

    private void check(long expected) {
        checkScheduled = false;
        if (delivered < expected) {
            shard.suspect();
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
        shard.read(channelId, delivered, rewound, this::onFetched);
    }

    /** The page is null when neither source answered. */
    private void onFetched(@Nullable EventPage page) {
        fetching = false;
        long before = delivered;
        if (page != null) {
            for (ServerFrame.Event event : page.events()) {
                if (event.seq() == delivered + 1) {
                    deliverMissed(event);
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
        if (delivered < knownHead && !subscribers.isEmpty()) {
            if (fruitlessFetches == 0) {
                fetchMissing();
            } else {
                shard.schedule(this::fetchMissing, backoff(fruitlessFetches));
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
            subscription.subscriber().whenSent(() -> catchUp(subscription, fruitless));
            return;
        }
        List<ServerFrame.Event> remembered = recent.after(subscription.cursor);
        if (remembered != null) {
            give(subscription, remembered);
            catchUp(subscription, 0);
            return;
        }
        shard.readToCatchUp(channelId, subscription.cursor, rewound, page -> {
            if (!subscription.isOpen()) {
                return;
            }
            long before = subscription.cursor;
            give(subscription, page == null ? List.of() : page.events());
            if (subscription.cursor > before || subscription.subscriber().congested()) {
                catchUp(subscription, 0);
            } else {
                shard.schedule(() -> catchUp(subscription, fruitless + 1), backoff(fruitless + 1));
            }
        });
    }

    /** As much as the socket takes for now; the rest is read again when it has taken that, so that no page waits in memory. */
    private void give(Subscription subscription, List<ServerFrame.Event> events) {
        for (ServerFrame.Event event : events) {
            if (!subscription.isOpen() || subscription.subscriber().congested()) {
                return;
            }
            if (event.seq() == subscription.cursor + 1 && Subscribers.deliver(subscription, event)) {
                subscribers.removeLeaver(subscription);
                shard.released(this);
            }
        }
    }
}
