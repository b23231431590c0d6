package tidings.launcher.server;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/** Kafka's form of a random UUID: 22 characters of URL-safe base 64; one that begins with a dash looks like an option. */
final class ClusterId {
    private ClusterId() {}

    static String random() {
        String text;
        do {
            UUID uuid = UUID.randomUUID();
            ByteBuffer bytes = ByteBuffer.allocate(16)
                    .putLong(uuid.getMostSignificantBits())
                    .putLong(uuid.getLeastSignificantBits());
            text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
        } while (text.startsWith("-"));
        return text;
    }
}
