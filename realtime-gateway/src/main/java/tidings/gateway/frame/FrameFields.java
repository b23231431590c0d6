package tidings.gateway.frame;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tidings.events.channel.ChannelId;
import tidings.events.channel.ClientMessageId;
import tidings.events.channel.MessageId;

/** The known fields of one client frame; a field is judged only when the frame's type uses it. */
final class FrameFields {

    static final int MAX_BODY_CHARS = 4_000;
    private static final int MAX_REF_CHARS = 128;
    private static final int MAX_EMOJI_CHARS = 64;
    private static final long MAX_SEQ = (1L << 53) - 1;

    /** Stands for a value of a JSON type that no field of that name may have. */
    static final Object UNUSABLE = new Object();

    private final Map<String, Object> values = new HashMap<>();

    void put(String name, Object value) {
        values.put(name, value);
    }

    @Nullable String ref() {
        return values.get("ref") instanceof String ref && ref.length() <= MAX_REF_CHARS && UnicodeText.isWellFormed(ref)
                ? ref
                : null;
    }

    void checkRef() {
        if (values.containsKey("ref") && ref() == null) {
            throw bad("ref must be a string of at most " + MAX_REF_CHARS + " characters");
        }
    }

    String text(String name) {
        String text = optionalText(name);
        if (text == null) {
            throw bad(name + " is missing");
        }
        return text;
    }

    @Nullable String optionalText(String name) {
        Object value = values.get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof String text && UnicodeText.isWellFormed(text)) {
            return text;
        }
        throw bad(name + " must be a string");
    }

    String body() {
        String body = text("body");
        if (body.isEmpty()) {
            throw bad("body is empty");
        }
        if (body.length() > MAX_BODY_CHARS && body.codePointCount(0, body.length()) > MAX_BODY_CHARS) {
            throw new InvalidFrameException(
                    ErrorCode.TOO_LARGE, "body has more than " + MAX_BODY_CHARS + " characters");
        }
        return body;
    }

    String emoji() {
        String emoji = text("emoji");
        if (emoji.isBlank() || emoji.length() > MAX_EMOJI_CHARS) {
            throw bad("emoji must have 1 to " + MAX_EMOJI_CHARS + " characters");
        }
        return emoji;
    }

    ChannelId channelId() {
        return parsed("channelId", text("channelId"), ChannelId::parse);
    }

    MessageId messageId() {
        return parsed("messageId", text("messageId"), MessageId::parse);
    }

    ClientMessageId clientMessageId() {
        return parsed("clientMessageId", text("clientMessageId"), ClientMessageId::new);
    }

    @Nullable MessageId replyTo() {
        String text = optionalText("replyTo");
        return text == null ? null : parsed("replyTo", text, MessageId::parse);
    }

    PresenceStatus status() {
        PresenceStatus status = parsed("status", text("status"), PresenceStatus::valueOf);
        if (status == PresenceStatus.OFFLINE) {
            throw bad("status must be ONLINE or AWAY");
        }
        return status;
    }

    long seq() {
        Object value = values.get("seq");
        if (value instanceof Long seq && seq >= 0 && seq <= MAX_SEQ) {
            return seq;
        }
        throw bad("seq must be a whole number from 0");
    }

    @Nullable Long after() {
        Object value = values.get("after");
        return value == null ? null : cursor("after", value);
    }

    Map<ChannelId, Long> resume() {
        Object value = values.get("resume");
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof Map<?, ?> cursors)) {
            throw bad("resume must be an object of channel ids and seqs");
        }
        Map<ChannelId, Long> resume = new HashMap<>();
        cursors.forEach((channel, seq) ->
                resume.put(parsed("resume", (String) channel, ChannelId::parse), cursor("resume", seq)));
        return resume;
    }

    private static long cursor(String name, @Nullable Object value) {
        if (value instanceof Long seq && seq >= -1 && seq <= MAX_SEQ) {
            return seq;
        }
        throw bad(name + " must be a whole number from -1");
    }

    private static <T> T parsed(String name, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw bad(name + " is invalid");
        }
    }

    private static InvalidFrameException bad(String message) {
        return new InvalidFrameException(ErrorCode.BAD_FRAME, message);
    }
}
