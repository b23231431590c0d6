package tidings.gateway.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.gateway.eventlog.ChannelAccess;
import tidings.gateway.eventlog.Membership;
import tidings.gateway.frame.ClientFrame;
import tidings.gateway.frame.ErrorCode;
import tidings.gateway.frame.ServerFrame;
import tidings.gateway.hub.Subscription;

/** The channels that one session is subscribed to. Confined to its event loop. */
final class SessionChannels {

    private static final long RETRY_MS = 1_000;

    private final Session session;
    private final SessionShard shard;
    private final Map<ChannelId, Subscription> open = new HashMap<>(4);

    /** Public channels that are read without being a member; usually none. */
    private final Set<ChannelId> asReader = new HashSet<>(0);

    /** Channels that the client does not want to hear of although its user is a member. */
    private final Set<ChannelId> declined = new HashSet<>(0);

    /** Channels whose access is being checked, with the frames about them that came meanwhile. */
    private final Map<ChannelId, List<Runnable>> checking = new HashMap<>(2);

    SessionChannels(Session session, SessionShard shard) {
        this.session = session;
        this.shard = shard;
    }

    boolean isMemberOf(ChannelId channelId) {
        return open.containsKey(channelId) && !asReader.contains(channelId);
    }

    /** Subscribes to all channels of the user that are not open yet; {@code resume} has the client's cursors. */
    void openAll(List<Membership> memberships, Map<ChannelId, Long> resume) {
        for (Membership membership : memberships) {
            ChannelId channelId = membership.channelId();
            if (!open.containsKey(channelId) && open.size() < maxChannels()) {
                long cursor = resume.getOrDefault(channelId, membership.headSeq());
                if (!recoverable(cursor, membership.headSeq())) {
                    session.write(new ServerFrame.Reset(channelId, membership.headSeq()));
                    cursor = membership.headSeq();
                }
                attach(channelId, cursor, membership.headSeq());
                readUpTo(channelId, membership.readSeq());
            }
        }
    }

    /** Memberships that this gateway did not hear of are opened as if they had just been joined. */
    void openMissed(List<Membership> memberships) {
        for (Membership membership : memberships) {
            if (!open.containsKey(membership.channelId()) && !declined.contains(membership.channelId())) {
                shard.services().presence().moved(session.accountId(), membership.channelId(), true);
                openLive(membership.channelId(), membership.headSeq(), membership.headSeq());
            }
        }
    }

    /** The user became a member: events from the joining on come by themselves. */
    void joined(ChannelId channelId, long seq) {
        asReader.remove(channelId);
        declined.remove(channelId);
        shard.services().presence().moved(session.accountId(), channelId, true);
        if (!open.containsKey(channelId) && !checking.containsKey(channelId)) {
            openLive(channelId, seq - 1, seq);
        }
    }

    private void openLive(ChannelId channelId, long cursor, long head) {
        if (open.size() < maxChannels()) {
            session.write(new ServerFrame.Subscribed(null, channelId, head, true));
            attach(channelId, cursor, head);
        }
    }

    void subscribe(ClientFrame.Subscribe frame, AccountId accountId) {
        ChannelId channelId = frame.channelId();
        if (waits(channelId, () -> subscribe(frame, accountId))) {
            return;
        }
        Subscription current = open.get(channelId);
        if (current != null && frame.after() == null) {
            session.write(new ServerFrame.Subscribed(frame.ref(), channelId, current.head(), true));
            return;
        }
        if (current == null && open.size() + checking.size() >= maxChannels()) {
            session.error(frame.ref(), ErrorCode.TOO_LARGE, "too many channels in one session", 0);
            return;
        }
        checking.put(channelId, new ArrayList<>(0));
        var unused = shard.services()
                .log()
                .readAccess(accountId, channelId)
                .whenCompleteAsync((access, failure) -> onAccess(frame, access), shard.loop());
    }

    private void onAccess(ClientFrame.Subscribe frame, @Nullable ChannelAccess access) {
        List<Runnable> waiting = checking.remove(frame.channelId());
        if (session.isClosed()) {
            return;
        }
        if (access == null) {
            session.error(frame.ref(), ErrorCode.UNAVAILABLE, "the channel could not be looked up", RETRY_MS);
        } else if (!access.mayRead()) {
            session.error(frame.ref(), ErrorCode.NOT_FOUND, "there is no such channel", 0);
        } else {
            openFrom(frame, access.headSeq());
            noteReader(frame.channelId(), !access.member());
        }
        if (waiting != null) {
            waiting.forEach(Runnable::run);
        }
    }

    private void openFrom(ClientFrame.Subscribe frame, long head) {
        close(frame.channelId());
        declined.remove(frame.channelId());
        long cursor = frame.after() == null ? head : frame.after();
        boolean recovered = recoverable(cursor, head);
        session.write(new ServerFrame.Subscribed(frame.ref(), frame.channelId(), head, recovered));
        if (!recovered) {
            session.write(new ServerFrame.Reset(frame.channelId(), head));
        }
        attach(frame.channelId(), recovered ? cursor : head, head);
    }

    private void noteReader(ChannelId channelId, boolean reader) {
        if (reader) {
            asReader.add(channelId);
        } else {
            asReader.remove(channelId);
        }
    }

    void unsubscribe(ClientFrame.Unsubscribe frame) {
        if (waits(frame.channelId(), () -> unsubscribe(frame))) {
            return;
        }
        if (open.containsKey(frame.channelId())) {
            declined.add(frame.channelId());
        }
        close(frame.channelId());
        session.write(new ServerFrame.Unsubscribed(frame.ref(), frame.channelId()));
    }

    /** The user is no member any more, and has been shown that. */
    void left(Subscription subscription) {
        asReader.remove(subscription.channelId());
        shard.services().presence().moved(session.accountId(), subscription.channelId(), false);
        if (open.remove(subscription.channelId(), subscription)) {
            session.write(new ServerFrame.Unsubscribed(null, subscription.channelId()));
        }
    }

    void closeAll() {
        open.values().forEach(shard.hubs()::unsubscribe);
        open.clear();
    }

    private boolean waits(ChannelId channelId, Runnable frame) {
        List<Runnable> waiting = checking.get(channelId);
        if (waiting == null) {
            return false;
        }
        waiting.add(frame);
        return true;
    }

    /** The client knows of that read marker; whether it did not before. */
    boolean readUpTo(ChannelId channelId, long seq) {
        Subscription subscription = open.get(channelId);
        if (subscription == null || subscription.readSeq() >= seq) {
            return false;
        }
        subscription.readUpTo(seq);
        return true;
    }

    private void attach(ChannelId channelId, long cursor, long head) {
        Subscription subscription = shard.hubs().subscribe(session, channelId, cursor, head);
        if (subscription.isOpen()) {
            open.put(channelId, subscription);
        } else {
            session.write(new ServerFrame.Unsubscribed(null, channelId));
        }
    }

    private void close(ChannelId channelId) {
        Subscription subscription = open.remove(channelId);
        if (subscription != null) {
            shard.hubs().unsubscribe(subscription);
        }
    }

    /** Not when the gap is too wide, and not when the cursor is beyond the head: then it is none of this log. */
    private boolean recoverable(long cursor, long head) {
        return cursor <= head && head - cursor <= shard.services().properties().maxResumeEvents();
    }

    private int maxChannels() {
        return shard.services().properties().maxChannels();
    }
}
