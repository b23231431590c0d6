package tidings.gateway.frame;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Reads client frames strictly: one JSON object (RFC 8259), no duplicate names, bounded in depth and size. */
public final class ClientFrameReader {

    /** The largest message that a client may send, in bytes. */
    public static final int MAX_FRAME_BYTES = 65_536;

    /** The longest message body, in Unicode characters. */
    public static final int MAX_BODY_CHARS = FrameFields.MAX_BODY_CHARS;

    private static final int MAX_DEPTH = 16;
    private static final Set<String> TEXTS = Set.of(
            "type", "ref", "token", "channelId", "clientMessageId", "messageId", "replyTo", "body", "emoji", "status");
    private static final Set<String> NUMBERS = Set.of("seq", "after");

    private final JsonFactory json = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_FRAME_BYTES)
                    .maxNameLength(256)
                    .maxNumberLength(32)
                    .maxDocumentLength(MAX_FRAME_BYTES)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Never throws: the answer says what is wrong with the message. */
    public Parsed read(byte[] utf8) {
        FrameFields fields = new FrameFields();
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), utf8)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return new Parsed.Invalid(null, ErrorCode.BAD_FRAME, "a frame is one JSON object");
            }
            readFields(parser, fields);
            if (parser.nextToken() != null) {
                return new Parsed.Invalid(fields.ref(), ErrorCode.BAD_FRAME, "a frame is one JSON object");
            }
            fields.checkRef();
            return new Parsed.Valid(frame(fields));
        } catch (InvalidFrameException e) {
            return new Parsed.Invalid(fields.ref(), e.code(), e.explanation());
        } catch (JacksonException e) {
            return new Parsed.Invalid(fields.ref(), ErrorCode.BAD_FRAME, "not valid JSON, or nested too deeply");
        }
    }

    private static void readFields(JsonParser parser, FrameFields fields) {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.VALUE_NULL) {
                continue;
            }
            if (TEXTS.contains(name)) {
                fields.put(name, token == JsonToken.VALUE_STRING ? parser.getString() : FrameFields.UNUSABLE);
            } else if (NUMBERS.contains(name)) {
                fields.put(name, number(parser, token));
            } else if (name.equals("resume") && token == JsonToken.START_OBJECT) {
                fields.put(name, cursors(parser));
                continue;
            } else if (name.equals("resume")) {
                fields.put(name, FrameFields.UNUSABLE);
            }
            parser.skipChildren();
        }
    }

    private static Map<String, Object> cursors(JsonParser parser) {
        Map<String, Object> cursors = new HashMap<>();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken token = parser.nextToken();
            cursors.put(name, number(parser, token));
            parser.skipChildren();
        }
        return cursors;
    }

    private static Object number(JsonParser parser, JsonToken token) {
        if (token != JsonToken.VALUE_NUMBER_INT || parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            return FrameFields.UNUSABLE;
        }
        return parser.getLongValue();
    }

    private static ClientFrame frame(FrameFields f) {
        return switch (f.text("type")) {
            case "hello" -> new ClientFrame.Hello(f.ref(), f.optionalText("token"), f.resume());
            case "subscribe" -> new ClientFrame.Subscribe(f.ref(), f.channelId(), f.after());
            case "unsubscribe" -> new ClientFrame.Unsubscribe(f.ref(), f.channelId());
            case "send" -> new ClientFrame.Send(f.ref(), f.channelId(), f.clientMessageId(), f.body(), f.replyTo());
            case "edit" -> new ClientFrame.Edit(f.ref(), f.channelId(), f.messageId(), f.body());
            case "delete" -> new ClientFrame.Delete(f.ref(), f.channelId(), f.messageId());
            case "react" -> new ClientFrame.React(f.ref(), f.channelId(), f.messageId(), f.emoji());
            case "unreact" -> new ClientFrame.Unreact(f.ref(), f.channelId(), f.messageId(), f.emoji());
            case "typing" -> new ClientFrame.Typing(f.ref(), f.channelId());
            case "read" -> new ClientFrame.Read(f.ref(), f.channelId(), f.seq());
            case "presence" -> new ClientFrame.Presence(f.ref(), f.status());
            case "ping" -> new ClientFrame.Ping(f.ref());
            default -> throw new InvalidFrameException(ErrorCode.UNKNOWN_TYPE, "no frame of this type is known");
        };
    }
}
