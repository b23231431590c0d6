package tidings.gateway.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.gateway.dispatch.Outcome;
import tidings.gateway.eventlog.Membership;
import tidings.gateway.fanout.Broadcast;
import tidings.gateway.fanout.Topic;
import tidings.gateway.frame.ClientFrame;
import tidings.gateway.frame.ErrorCode;
import tidings.gateway.frame.ServerFrame;

/**
 * A session's read markers. They only rise; of what comes within half a second in one channel the highest is sent to
 * the command side, and one answer serves them all. What it accepts, the user's other devices are told. Confined to
 * the session's loop.
 */
final class SessionReads {

    private static final long INTERVAL_MS = 500;
    private static final int MAX_WAITING_REFS = 64;

    private final Session session;
    private final SessionShard shard;
    private final SessionChannels channels;
    private final long device;
    private @Nullable Map<ChannelId, ReadMarker> markers;

    SessionReads(Session session, SessionShard shard, SessionChannels channels, long device) {
        this.session = session;
        this.shard = shard;
        this.channels = channels;
        this.device = device;
    }

    void read(ClientFrame.Read frame, AccountId accountId) {
        Map<ChannelId, ReadMarker> known = markers == null ? new HashMap<>(4) : markers;
        markers = known;
        ReadMarker marker = known.computeIfAbsent(frame.channelId(), id -> new ReadMarker());
        if (frame.seq() <= marker.accepted) {
            if (frame.ref() != null) {
                acknowledge(frame.ref(), frame.channelId(), marker.accepted);
            }
            return;
        }
        if (frame.ref() != null && marker.refs.size() >= MAX_WAITING_REFS) {
            session.error(frame.ref(), ErrorCode.RATE_LIMITED, "too many read markers at once", INTERVAL_MS);
            return;
        }
        if (frame.ref() != null) {
            marker.refs.add(frame.ref());
        }
        marker.wanted = Math.max(marker.wanted, frame.seq());
        if (!marker.paused) {
            send(frame.channelId(), marker, accountId);
        }
    }

    private void send(ChannelId channelId, ReadMarker marker, AccountId accountId) {
        marker.paused = true;
        long sent = marker.wanted;
        long sentAt = shard.nowMs();
        var unused = shard.services()
                .commands()
                .send(accountId, new ClientFrame.Read(null, channelId, sent), shard.loop())
                .thenAcceptAsync(
                        outcome -> {
                            onOutcome(channelId, marker, sent, accountId, outcome);
                            long rest = Math.max(0, sentAt + INTERVAL_MS - shard.nowMs());
                            shard.schedule(() -> resume(channelId, marker, accountId), rest);
                        },
                        shard.loop());
    }

    private void resume(ChannelId channelId, ReadMarker marker, AccountId accountId) {
        marker.paused = false;
        if (!session.isClosed() && marker.wanted > marker.accepted) {
            send(channelId, marker, accountId);
        } else if (marker.accepted < 0 && markers != null) {
            markers.remove(channelId, marker);
        }
    }

    private void onOutcome(ChannelId channelId, ReadMarker marker, long sent, AccountId accountId, Outcome outcome) {
        boolean rises = outcome instanceof Outcome.Accepted accepted && accepted.seq() > marker.accepted;
        if (outcome instanceof Outcome.Accepted accepted && rises) {
            marker.accepted = accepted.seq();
            channels.readUpTo(channelId, accepted.seq());
            Broadcast.Read read = new Broadcast.Read(channelId, accepted.seq(), device);
            shard.services().broker().publish(Topic.of(accountId), read);
        }
        if (marker.wanted > sent) {
            return;
        }
        // what lies beyond the channel's head is as good as the head
        marker.wanted = marker.accepted;
        List<String> refs = marker.refs;
        marker.refs = new ArrayList<>(1);
        switch (outcome) {
            case Outcome.Accepted ignored -> refs.forEach(ref -> acknowledge(ref, channelId, marker.accepted));
            case Outcome.Rejected rejected -> refuse(refs, rejected);
        }
    }

    private void refuse(List<String> refs, Outcome.Rejected rejected) {
        List<@Nullable String> asked = new ArrayList<>(refs);
        if (asked.isEmpty()) {
            asked.add(null);
        }
        asked.forEach(ref -> session.error(ref, rejected.code(), rejected.message(), rejected.retryAfterMs()));
    }

    private void acknowledge(String ref, ChannelId channelId, long seq) {
        session.write(new ServerFrame.Ack(ref, channelId, null, seq, null));
    }

    /** Another device of the user has read. */
    void onOtherDevice(Broadcast.Read read) {
        if (read.device() != device) {
            channels.readUpTo(read.channelId(), read.seq());
            session.write(new ServerFrame.Read(read.channelId(), read.seq()));
        }
    }

    /** What was read on other devices and never told: broadcasts may be lost, markers are not. */
    void onMemberships(List<Membership> memberships) {
        for (Membership membership : memberships) {
            if (channels.readUpTo(membership.channelId(), membership.readSeq())) {
                session.write(new ServerFrame.Read(membership.channelId(), membership.readSeq()));
            }
        }
    }
}
