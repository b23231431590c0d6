package tidings.command.account;

import java.text.Normalizer;
import tidings.command.dispatch.CommandRefused;
import tidings.command.dispatch.RejectionCode;

/** What people see of an account's name: 1 to 80 characters after NFC, none of them a control character, trimmed. */
public record DisplayName(String value) {

    static final int MAX_LENGTH = 80;

    /** @throws CommandRefused when the text is no display name */
    public DisplayName {
        if (value.length() > 8 * MAX_LENGTH) {
            throw new CommandRefused(RejectionCode.TOO_LARGE, "a display name has at most 80 characters");
        }
        value = Normalizer.normalize(value, Normalizer.Form.NFC).strip();
        if (value.isEmpty() || value.codePoints().anyMatch(DisplayName::isForbidden)) {
            throw new CommandRefused(
                    RejectionCode.BAD_FRAME, "a display name has 1 to 80 characters and no control characters");
        }
        if (value.codePointCount(0, value.length()) > MAX_LENGTH) {
            throw new CommandRefused(RejectionCode.TOO_LARGE, "a display name has at most 80 characters");
        }
    }

    /** The display name that is nearest to a name of another system, or the fallback when nothing is left of it. */
    public static DisplayName nearestTo(String name, Username fallback) {
        StringBuilder kept = new StringBuilder();
        Normalizer.normalize(name, Normalizer.Form.NFC)
                .codePoints()
                .filter(c -> !isForbidden(c))
                .limit(MAX_LENGTH)
                .forEach(kept::appendCodePoint);
        return new DisplayName(kept.toString().isBlank() ? fallback.value() : kept.toString());
    }

    private static boolean isForbidden(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL || type == Character.SURROGATE;
    }

    @Override
    public String toString() {
        return value;
    }
}
