package tidings.command.account;

import java.text.Normalizer;
import tidings.command.dispatch.CommandRefused;
import tidings.command.dispatch.RejectionCode;

/** A password as somebody typed it, in NFC so that every keyboard types the same one. Never printed. */
public record Password(String value) {

    private static final int MIN_LENGTH = 8;
    private static final int MAX_LENGTH = 128;

    public Password {
        value = Normalizer.normalize(value, Normalizer.Form.NFC);
    }

    /** @throws CommandRefused when it is too short or too long to be chosen */
    void requireChoosable() {
        int length = value.codePointCount(0, value.length());
        if (length < MIN_LENGTH || length > MAX_LENGTH) {
            throw new CommandRefused(RejectionCode.BAD_FRAME, "a password has 8 to 128 characters");
        }
    }

    @Override
    public String toString() {
        return "Password[…]";
    }
}
