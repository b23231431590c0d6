package tidings.command.web;

import org.jspecify.annotations.Nullable;

record NewWebhook(
        @Nullable String name,
        @Nullable String password,
        @Nullable String totp) {

    Confirmation confirmation() {
        return new Confirmation(password, totp);
    }

    @Override
    public String toString() {
        return "NewWebhook[" + name + "]";
    }
}
