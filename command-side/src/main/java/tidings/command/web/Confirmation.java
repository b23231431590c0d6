package tidings.command.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import tidings.command.account.Password;
import tidings.command.reauthentication.Shown;

record Confirmation(@Nullable String password, @Nullable String totp) {
    @Override
    public String toString() {
        return "Confirmation[…]";
    }

    Shown from(HttpServletRequest request) {
        return new Shown(password == null ? null : new Password(password), totp, request.getRemoteAddr());
    }
}
