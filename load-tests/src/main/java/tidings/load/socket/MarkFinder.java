package tidings.load.socket;

import io.netty.buffer.ByteBuf;
import java.util.Optional;

/** Finds the first mark of a run in a frame. */
public final class MarkFinder {

    private static final int FIELDS = 3;

    private final byte[] prefix;

    MarkFinder(byte[] prefix) {
        this.prefix = prefix.clone();
    }

    /** Empty when the frame has none. */
    public Optional<Mark> find(ByteBuf frame) {
        int start = Bytes.find(frame, prefix);
        if (start < 0) {
            return Optional.empty();
        }
        long[] fields = new long[FIELDS];
        int field = 0;
        for (int at = start + prefix.length; at < frame.writerIndex(); at++) {
            byte next = frame.getByte(at);
            if (next >= '0' && next <= '9') {
                fields[field] = fields[field] * 10 + next - '0';
            } else if (next == ':' && field < FIELDS - 1) {
                field++;
            } else if (next == Mark.END && field == FIELDS - 1) {
                return Optional.of(new Mark((int) fields[0], (int) fields[1], fields[2]));
            } else {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
