package tidings.gateway.hub;

import tidings.events.channel.ChannelId;

/** One session's place in one channel. Confined to the event loop of both. */
public final class Subscription {

    private final Subscriber subscriber;
    private final ChannelHub hub;

    /** Events up to here were known when access was checked: a departure among them is history. */
    private final long grantedAt;

    /** The last seq that was delivered to the session, or that its client had. */
    long cursor;

    /** The user's read marker as the session's client knows it; -1 for none. */
    private long readSeq = -1;

    /** Whether the session gets events as they come; otherwise it is still catching up. */
    boolean live;

    /** The place in the hub's list; -1 when detached. */
    int index = -1;

    Subscription(Subscriber subscriber, ChannelHub hub, long cursor, long grantedAt) {
        this.subscriber = subscriber;
        this.hub = hub;
        this.cursor = cursor;
        this.grantedAt = grantedAt;
    }

    public ChannelId channelId() {
        return hub.channelId();
    }

    /** The last seq of the channel that this gateway knows of. */
    public long head() {
        return hub.knownHead();
    }

    /** The user's read marker as the session's client knows it; -1 for none. */
    public long readSeq() {
        return readSeq;
    }

    /** The client knows of that read marker from now on; markers only rise. */
    public void readUpTo(long seq) {
        readSeq = Math.max(readSeq, seq);
    }

    /** Whether the session still gets the channel's events. */
    public boolean isOpen() {
        return index >= 0;
    }

    Subscriber subscriber() {
        return subscriber;
    }

    ChannelHub hub() {
        return hub;
    }

    long grantedAt() {
        return grantedAt;
    }
}
