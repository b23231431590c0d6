package tidings.load.socket;

import java.nio.charset.StandardCharsets;

/**
 * What a message of a load test carries as its {@code clientMessageId} and {@code ref}, so that every receiver knows which
 * one it is and when it was due: {@code load:RUN:ROOM:NUMBER:DUE;}.
 *
 * @param room the room's number
 * @param number of the message in its room
 * @param dueMicros when it was to be sent, in microseconds after the start
 */
public record Mark(int room, int number, long dueMicros) {

    static final byte END = ';';

    /** What the marks of one run begin with. */
    public record Run(String id) {

        private byte[] prefix() {
            return ("load:" + id + ":").getBytes(StandardCharsets.US_ASCII);
        }

        /** Finds marks in frames. */
        public MarkFinder finder() {
            return new MarkFinder(prefix());
        }

        /** The text of a mark. */
        public String text(Mark mark) {
            return "load:" + id + ":" + mark.room + ":" + mark.number + ":" + mark.dueMicros + (char) END;
        }
    }
}
