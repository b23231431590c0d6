package tidings.command.web;

import org.jspecify.annotations.Nullable;

record ApiToken(@Nullable String token) {
    @Override
    public String toString() {
        return "ApiToken[…]";
    }
}
