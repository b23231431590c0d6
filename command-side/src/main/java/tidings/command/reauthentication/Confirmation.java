package tidings.command.reauthentication;

import org.jspecify.annotations.Nullable;

/**
 * What somebody who is signed in shows beside the access token.
 *
 * @param password null when none was given
 * @param totp a one-time password or a recovery code; null when none was given
 */
public record Confirmation(
        @Nullable String password, @Nullable String totp) {
    @Override
    public String toString() {
        return "Confirmation[…]";
    }
}
