package tidings.gateway.frame;

/**
 * A frame's JSON in UTF-8, encoded once and then shared by every socket it goes to. Identity matters: the socket layer
 * keeps one network buffer per instance. The bytes are never changed.
 */
public final class EncodedFrame {

    private final byte[] json;

    public EncodedFrame(byte[] json) {
        this.json = json;
    }

    /** The bytes themselves, not a copy. */
    public byte[] json() {
        return json;
    }
}
