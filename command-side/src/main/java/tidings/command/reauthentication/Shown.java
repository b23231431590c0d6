package tidings.command.reauthentication;

import org.jspecify.annotations.Nullable;
import tidings.command.account.Password;

/**
 * What somebody who is signed in shows beside the access token.
 *
 * @param password null when none was given
 * @param totp a one-time password or a recovery code; null when none was given
 * @param address where the call comes from, for the limits of guesses
 */
public record Shown(@Nullable Password password, @Nullable String totp, String address) {
    @Override
    public String toString() {
        return "Shown[…]";
    }
}
