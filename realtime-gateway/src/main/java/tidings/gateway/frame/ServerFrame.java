package tidings.gateway.frame;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;

/** A frame to a client. */
public sealed interface ServerFrame {

    record Welcome(
            @Nullable String ref,
            String sessionId,
            AccountId userId,
            long heartbeatMs,
            Limits limits,
            List<ChannelState> channels)
            implements ServerFrame {

        public Welcome {
            channels = List.copyOf(channels);
        }
    }

    /** What a client may do. */
    record Limits(int maxFrameBytes, int maxBodyChars, int sendsPerSecond) {}

    /** A channel of the user; {@code readSeq} is -1 when nothing was read yet. */
    record ChannelState(ChannelId channelId, long seq, long readSeq) {}

    /** Events after the client's cursor follow; {@code recovered} is false when the gap is too wide for the socket. */
    record Subscribed(@Nullable String ref, ChannelId channelId, long seq, boolean recovered) implements ServerFrame {}

    record Unsubscribed(@Nullable String ref, ChannelId channelId) implements ServerFrame {}

    /**
     * What happened in a channel, already encoded.
     *
     * @param leaver who is no member any more after this event; null for every other event
     */
    record Event(ChannelId channelId, long seq, @Nullable AccountId leaver, EncodedFrame encoded)
            implements ServerFrame {}

    /** The command is durable. {@code messageId} and {@code at} are absent for a read marker. */
    record Ack(
            @Nullable String ref,
            ChannelId channelId,
            @Nullable String messageId,
            long seq,
            @Nullable Instant at) implements ServerFrame {}

    /** The user has read the channel up to {@code seq} on another device. */
    record Read(ChannelId channelId, long seq) implements ServerFrame {}

    /** {@code retryAfterMs} is 0 when trying again is no use. */
    /** @param first the message that a clientMessageId already stands for, where it was sent again with other content */
    record Error(
            @Nullable String ref,
            ErrorCode code,
            String message,
            long retryAfterMs,
            @Nullable First first) implements ServerFrame {

        public Error(@Nullable String ref, ErrorCode code, String message, long retryAfterMs) {
            this(ref, code, message, retryAfterMs, null);
        }
    }

    /** What a sender was answered the first time. */
    record First(String id, long seq, Instant at) {}

    record Typing(ChannelId channelId, AccountId userId) implements ServerFrame {}

    record Presence(AccountId userId, PresenceStatus status) implements ServerFrame {}

    /** The gap is too wide: fetch what lies before {@code seq} elsewhere; live events after it follow. */
    record Reset(ChannelId channelId, long seq) implements ServerFrame {}

    record Draining(long reconnectAfterMs) implements ServerFrame {}

    record Pong(@Nullable String ref) implements ServerFrame {}
}
