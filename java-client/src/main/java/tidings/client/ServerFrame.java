package tidings.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A frame from the server, as docs/asyncapi.yaml describes it. */
public sealed interface ServerFrame {

    record Welcome(@Nullable String ref, String sessionId, String userId, long heartbeatMs, List<Channel> channels)
            implements ServerFrame {
        public Welcome {
            channels = List.copyOf(channels);
        }
    }

    /** A channel of the user; {@code readSeq} is -1 when nothing was read yet. */
    record Channel(String channelId, long seq, long readSeq) {}

    record Subscribed(@Nullable String ref, String channelId, long seq, boolean recovered) implements ServerFrame {}

    record Unsubscribed(@Nullable String ref, String channelId) implements ServerFrame {}

    /** {@code actorId} is null where nobody was signed in; {@code data} is the event named {@code event}. */
    record Event(
            String channelId,
            long seq,
            Instant at,
            String event,
            @Nullable String actorId,
            JsonNode data) implements ServerFrame {}

    /** {@code messageId} and {@code at} are null for a read marker. */
    record Ack(
            @Nullable String ref,
            String channelId,
            @Nullable String messageId,
            long seq,
            @Nullable Instant at) implements ServerFrame {}

    /**
     * A refusal; {@code retryAfterMs} is 0 when trying again is no use.
     *
     * @param first with {@code CONFLICT}: what the same clientMessageId was answered for other content, which is what was kept
     */
    record Error(
            @Nullable String ref,
            String code,
            String message,
            long retryAfterMs,
            @Nullable First first) implements ServerFrame {}

    /** The message that a clientMessageId stands for. */
    record First(String id, long seq, Instant at) {}

    /** The user has read up to {@code seq} on another device. */
    record Read(String channelId, long seq) implements ServerFrame {}

    record Typing(String channelId, String userId) implements ServerFrame {}

    record Presence(String userId, String status) implements ServerFrame {}

    record Reset(String channelId, long seq) implements ServerFrame {}

    record Draining(long reconnectAfterMs) implements ServerFrame {}

    record Pong(@Nullable String ref) implements ServerFrame {}

    /** A newer server may say more: whoever does not know it lets it pass. */
    record Unknown(String type) implements ServerFrame {}
}
