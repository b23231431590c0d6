package tidings.load.socket;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/** A frame from the gateway, read only as far as the books need; valid as long as its bytes are. */
public final class ServerFrame {

    private static final byte[] TYPE = ascii("\"type\":\"");
    private static final byte[] SEQ = ascii("\"seq\":");
    private static final byte[] CODE = ascii("\"code\":\"");
    private static final byte[] CHANNEL = ascii("\"channelId\":\"");

    private final ByteBuf bytes;

    ServerFrame(ByteBuf bytes) {
        this.bytes = bytes;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Such as {@code event}; empty when it has none. */
    public String type() {
        return Bytes.text(bytes, TYPE);
    }

    /** The first seq in it; -1 when it has none. */
    public long seq() {
        return Bytes.number(bytes, SEQ);
    }

    /** The seq that a welcome gives for a channel; -1 when it gives none. */
    public long seqOf(String channel) {
        return Bytes.number(bytes, ascii("\"channelId\":\"" + channel + "\",\"seq\":"));
    }

    /** The code of an error; empty when it has none. */
    public String code() {
        return Bytes.text(bytes, CODE);
    }

    /** The channel that it is about; empty when it is about none. */
    public String channelId() {
        return Bytes.text(bytes, CHANNEL);
    }

    /** Its bytes, to look for a {@link Mark} in. */
    public ByteBuf bytes() {
        return bytes;
    }
}
