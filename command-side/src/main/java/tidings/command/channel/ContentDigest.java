package tidings.command.channel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tidings.events.channel.ChannelEvent.MessagePosted;
import tidings.events.channel.Forwarded;
import tidings.events.channel.MessageId;

/**
 * What somebody wrote, as 128 bits of SHA-256: enough to tell whether two texts are the same one without keeping either
 * (ADR-0008).
 */
public record ContentDigest(long high, long low) {

    /** Of a message's body alone, as an edit leaves it. */
    public static ContentDigest ofBody(String body) {
        return of('b', null, body);
    }

    /** Of all that its author said with a new message. */
    public static ContentDigest ofMessage(String body, @Nullable MessageId replyTo) {
        return of('m', replyTo, body);
    }

    /** Of a message that shows another one: whatever that says by then, it is the same request. */
    public static ContentDigest ofForwarded(MessageId original) {
        return of('f', original, "");
    }

    static ContentDigest of(MessagePosted posted) {
        Forwarded forwarded = posted.forwardedFrom();
        return forwarded == null ? ofMessage(posted.body(), posted.replyTo()) : ofForwarded(forwarded.messageId());
    }

    private static ContentDigest of(char kind, @Nullable MessageId id, String text) {
        MessageDigest digest = sha256();
        UUID uuid = id == null ? new UUID(0, 0) : id.value();
        digest.update((byte) kind);
        digest.update(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .flip());
        ByteBuffer hash = ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        return new ContentDigest(hash.getLong(), hash.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
