package tidings.command.web;

import static tidings.command.web.Parameters.required;

import org.jspecify.annotations.Nullable;
import tidings.command.account.Password;

record Confirmation(@Nullable String password) {
    @Override
    public String toString() {
        return "Confirmation[…]";
    }

    Password given() {
        return new Password(required(password, "password"));
    }
}
