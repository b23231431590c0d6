package tidings.command.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

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
                .append(ActorInMetaData.asJson(metaData))
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
}
