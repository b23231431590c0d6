package tidings.command.channel;

import java.nio.ByteBuffer;
import java.util.UUID;

/** An id as the 16 bytes that its column holds: the most significant ones first. */
final class UuidBytes {

    private static final int BYTES = 16;

    private UuidBytes() {}

    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    static UUID uuid(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
