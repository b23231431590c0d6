package tidings.command.web;

import org.jspecify.annotations.Nullable;

record NewAccount(
        @Nullable String username,
        @Nullable String password,
        @Nullable String displayName) {
    @Override
    public String toString() {
        return "NewAccount[" + username + "]";
    }
}
