package tidings.command.channel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A body as 128 bits of SHA-256: enough to tell whether two bodies are the same one without keeping either (ADR-0008). */
public record ContentDigest(long high, long low) {

    public static ContentDigest ofBody(String body) {
        ByteBuffer hash = ByteBuffer.wrap(sha256().digest(body.getBytes(StandardCharsets.UTF_8)));
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
