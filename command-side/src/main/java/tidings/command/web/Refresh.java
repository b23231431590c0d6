package tidings.command.web;

import org.jspecify.annotations.Nullable;

record Refresh(@Nullable String refreshToken) {
    @Override
    public String toString() {
        return "Refresh[…]";
    }
}
