package tidings.command.account;

import java.text.Normalizer;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.RejectionCode;
import tidings.command.text.PersonName;

/**
 * What people see of an account's name: 1 to 80 characters after NFC, trimmed, on one line. It shows something, turns no
 * text around, and hides no character: see {@link PersonName}.
 */
public record DisplayName(String value) {

    static final int MAX_LENGTH = 80;

    /** @throws CommandRefusedException when the text is no display name */
    public DisplayName {
        if (value.length() > 8 * MAX_LENGTH) {
            throw new CommandRefusedException(RejectionCode.TOO_LARGE, "a display name has at most 80 characters");
        }
        value = Normalizer.normalize(value, Normalizer.Form.NFC).strip();
        if (!PersonName.isSound(value)) {
            throw new CommandRefusedException(
                    RejectionCode.BAD_FRAME,
                    "a display name has 1 to 80 characters that can be seen, and none that controls, hides or turns text");
        }
        if (value.codePointCount(0, value.length()) > MAX_LENGTH) {
            throw new CommandRefusedException(RejectionCode.TOO_LARGE, "a display name has at most 80 characters");
        }
    }

    /** The display name that is nearest to a name of another system, or the fallback when nothing is left of it. */
    public static DisplayName nearestTo(String name, Username fallback) {
        String sound = PersonName.nearestTo(name.substring(0, Math.min(name.length(), 8 * MAX_LENGTH)));
        int length = sound.offsetByCodePoints(0, Math.min(MAX_LENGTH, sound.codePointCount(0, sound.length())));
        String bounded = PersonName.nearestTo(sound.substring(0, length));
        return new DisplayName(bounded.isEmpty() ? fallback.value() : bounded);
    }

    @Override
    public String toString() {
        return value;
    }
}
