package tidings.command.web;

import org.jspecify.annotations.Nullable;

/** @param revokeTokens whether all API tokens end with the old password, those of bots too */
record PasswordChange(
        @Nullable String oldPassword,
        @Nullable String newPassword,
        @Nullable Boolean revokeTokens) {
    @Override
    public String toString() {
        return "PasswordChange[…]";
    }
}
