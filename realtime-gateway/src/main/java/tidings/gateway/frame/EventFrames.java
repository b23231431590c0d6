package tidings.gateway.frame;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes event frames of recorded events: a prefix, then the event's JSON byte for byte as {@code data}. The payload is
 * never parsed and written anew; only membership changes and forwarded messages, which are rare, are read.
 */
public final class EventFrames {

    private static final Pattern TYPE = Pattern.compile("[A-Za-z]{1,64}");
    /** All of a frame before its data; text of a user comes after it, and cannot hold this with quotes that are not escaped. */
    private static final int LONGEST_HEAD = 300;

    /** Text of a user cannot hold this: its quotes are escaped. */
    private static final String FORWARDED = "\"forwardedFrom\":{";

    private static final String DELETION = "\"event\":\"MessageDeleted\"";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private EventFrames() {}

    /** Makes the frame; {@code data} must be one JSON value in UTF-8. */
    public static ServerFrame.Event encode(
            ChannelId channelId, long seq, Instant at, String type, @Nullable AccountId actorId, byte[] data) {
        if (!TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException("not the name of an event type");
        }
        StringBuilder prefix = new StringBuilder(224)
                .append("{\"type\":\"event\",\"channelId\":\"")
                .append(channelId)
                .append("\",\"seq\":")
                .append(seq)
                .append(",\"at\":\"")
                .append(ServerFrameWriter.time(at))
                .append("\",\"event\":\"")
                .append(type)
                .append("\",\"actorId\":");
        if (actorId == null) {
            prefix.append("null");
        } else {
            prefix.append('"').append(actorId).append('"');
        }
        byte[] head = prefix.append(",\"data\":").toString().getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream frame = new ByteArrayOutputStream(head.length + data.length + 1);
        frame.writeBytes(head);
        frame.writeBytes(type.equals("MessagePosted") ? withoutOrigin(data) : data);
        frame.write('}');
        AccountId leaver = type.equals("MemberLeft") || type.equals("MemberBanned") ? memberId(data) : null;
        return new ServerFrame.Event(channelId, seq, leaver, new EncodedFrame(frame.toByteArray()));
    }

    /** A forwarded message says who wrote it, not where: that channel may be hidden from those who read it here. */
    private static byte[] withoutOrigin(byte[] data) {
        if (!new String(data, StandardCharsets.ISO_8859_1).contains(FORWARDED)) {
            return data;
        }
        ObjectNode posted = (ObjectNode) JSON.readTree(data);
        if (posted.path("forwardedFrom") instanceof ObjectNode origin) {
            origin.retain("authorId");
        }
        return JSON.writeValueAsBytes(posted);
    }

    /** Whether a message was deleted: its text is in earlier events, which must not be kept from here on. */
    public static boolean deletesText(ServerFrame.Event event) {
        byte[] json = event.encoded().json();
        String head = new String(json, 0, Math.min(json.length, LONGEST_HEAD), StandardCharsets.US_ASCII);
        return head.contains(DELETION);
    }

    /** Whom it concerns, of the JSON of an event about one member. */
    public static AccountId memberId(byte[] data) {
        return AccountId.parse(JSON.readTree(data).path("memberId").asString());
    }
}
