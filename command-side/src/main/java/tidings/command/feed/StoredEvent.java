package tidings.command.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/**
 * An event as its row says.
 *
 * @param metaData JSON
 * @param data JSON, UTF-8; copied, never parsed
 */
record StoredEvent(
        long index,
        String stream,
        String streamId,
        long seq,
        Instant at,
        byte[] metaData,
        String type,
        String revision,
        byte[] data) {

    private static final byte[] ACTOR = "\"actorId\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final int ID_LENGTH = 36;

    /** One line of the feed. All text that is not JSON already is ASCII without anything to escape. */
    void writeTo(OutputStream out) throws IOException {
        StringBuilder head = new StringBuilder(256)
                .append("{\"index\":")
                .append(index)
                .append(",\"stream\":\"")
                .append(stream)
                .append("\",\"streamId\":\"")
                .append(streamId)
                .append("\",\"seq\":")
                .append(seq)
                .append(",\"at\":\"")
                .append(at)
                .append("\",\"actorId\":")
                .append(actorJson())
                .append(",\"type\":\"")
                .append(type)
                .append("\",\"revision\":")
                .append(revision)
                .append(",\"data\":");
        out.write(head.toString().getBytes(StandardCharsets.US_ASCII));
        out.write(data);
        out.write('}');
        out.write('\n');
    }

    private String actorJson() {
        for (int at = 0; at + ACTOR.length + ID_LENGTH < metaData.length; at++) {
            int end = at + ACTOR.length;
            if (Arrays.equals(metaData, at, end, ACTOR, 0, ACTOR.length)) {
                return '"' + new String(metaData, end, ID_LENGTH, StandardCharsets.US_ASCII) + '"';
            }
        }
        return "null";
    }
}
