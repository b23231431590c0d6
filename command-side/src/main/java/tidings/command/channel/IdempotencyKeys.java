package tidings.command.channel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;
import tidings.events.channel.ChannelId;
import tidings.events.channel.MessageId;

/**
 * What must not happen twice, as 128 bits of SHA-256: with 2<sup>40</sup> messages in the log, the chance that any two
 * different ones meet is about 2<sup>-49</sup> (ADR-0008).
 */
final class IdempotencyKeys {

    private static final int BYTES = 16;

    private IdempotencyKeys() {}

    /** A sender's message in a channel. */
    static byte[] written(ChannelId channelId, MessageKey key) {
        return hash(
                'w',
                channelId.value(),
                key.authorId().value(),
                key.clientMessageId().value());
    }

    /** The withdrawal of a message. */
    static byte[] deleted(MessageId messageId) {
        return hash('d', messageId.value(), new UUID(0, 0), "");
    }

    private static byte[] hash(char kind, UUID scope, UUID who, String text) {
        MessageDigest digest = sha256();
        digest.update((byte) kind);
        digest.update(UuidBytes.bytes(scope));
        digest.update(UuidBytes.bytes(who));
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(digest.digest(), BYTES);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
