package tidings.command.web;

import org.jspecify.annotations.Nullable;

record Code(@Nullable String code) {
    @Override
    public String toString() {
        return "Code[…]";
    }
}
