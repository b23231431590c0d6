package tidings.load.socket;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a message of a load test carries as its {@code clientMessageId} and {@code ref}, so that every receiver knows which
 * one it is and when it was due: {@code load:RUN:ROOM:NUMBER:DUE;}.
 *
 * @param room the room's number
 * @param number of the message in its room
 * @param dueMicros when it was to be sent, in microseconds after the start
 */
public record Mark(int room, int number, long dueMicros) {

    private static final byte END = ';';
    private static final int FIELDS = 3;

    /** What the marks of one run begin with. */
    public record Run(String id) {

        private byte[] prefix() {
            return ("load:" + id + ":").getBytes(StandardCharsets.US_ASCII);
        }

        /** Finds marks in frames. */
        public Finder finder() {
            return new Finder(prefix());
        }

        /** The text of a mark. */
        public String text(Mark mark) {
            return "load:" + id + ":" + mark.room + ":" + mark.number + ":" + mark.dueMicros + (char) END;
        }
    }

    /** Finds the first mark of a run in a frame. */
    public static final class Finder {

        private final byte[] prefix;

        private Finder(byte[] prefix) {
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
                } else if (next == END && field == FIELDS - 1) {
                    return Optional.of(new Mark((int) fields[0], (int) fields[1], fields[2]));
                } else {
                    return Optional.empty();
                }
            }
            return Optional.empty();
        }
    }
}
