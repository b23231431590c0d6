package tidings.command.web;

import org.jspecify.annotations.Nullable;

record PasswordChange(
        @Nullable String oldPassword, @Nullable String newPassword) {
    @Override
    public String toString() {
        return "PasswordChange[…]";
    }
}
