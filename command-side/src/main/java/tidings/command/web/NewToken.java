package tidings.command.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

record NewToken(
        @Nullable String name,
        @Nullable List<@Nullable String> scopes,
        @Nullable Integer days,
        @Nullable String password,
        @Nullable String totp) {

    Confirmation confirmation() {
        return new Confirmation(password, totp);
    }

    @Override
    public String toString() {
        return "NewToken[" + name + "]";
    }
}
