package tidings.command.account.password;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.RejectionCode;

/** A password as somebody typed it, in NFC so that every keyboard types the same one. Never printed. */
public record Password(String value) {

    private static final int MIN_LENGTH = 8;
    private static final int MAX_LENGTH = 128;

    public Password {
        value = Normalizer.normalize(value, Normalizer.Form.NFC);
    }

    /**
     * Holds a password against what NIST SP 800-63B-4 (3.1.1.2) asks of one that is chosen: long enough, none of the commonest,
     * and not made of the username alone. What characters it has is free.
     *
     * @param owner the username; null when nobody is known
     * @throws CommandRefusedException BAD_FRAME when it cannot be chosen
     */
    public void requireChoosable(@Nullable String owner) {
        int length = value.codePointCount(0, value.length());
        if (length < MIN_LENGTH || length > MAX_LENGTH) {
            throw new CommandRefusedException(RejectionCode.BAD_FRAME, "a password has 8 to 128 characters");
        }
        if (CommonPasswords.contains(value) || owner != null && CommonPasswords.isMadeOf(value, owner)) {
            throw new CommandRefusedException(
                    RejectionCode.BAD_FRAME, "this password is one of the first that anybody would try");
        }
    }

    @Override
    public String toString() {
        return "Password[…]";
    }
}
