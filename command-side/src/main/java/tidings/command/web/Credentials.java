package tidings.command.web;

import org.jspecify.annotations.Nullable;

record Credentials(
        @Nullable String username,
        @Nullable String password,
        @Nullable String totp) {
    @Override
    public String toString() {
        return "Credentials[" + username + "]";
    }
}
