package tidings.command.throttle;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * By which a device is known to an account whose secret it once gave (OWASP, "device cookies"): a secret of 256 random bits. It
 * opens nothing; it has guesses of its own, which nobody else can use up.
 */
public record DeviceToken(String text) {

    /** For how long after its owner was last let in. */
    public static final int GOOD_FOR_DAYS = 180;

    private static final int BYTES = 32;
    private static final int KEY_CHARS = 15;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    public static DeviceToken random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new DeviceToken(BASE64.encodeToString(bytes));
    }

    /** What is kept of it: 90 bits of its SHA-256, in 16 characters that no network's key has. */
    String key() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "#" + BASE64.encodeToString(hash).substring(0, KEY_CHARS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "DeviceToken[…]";
    }
}
