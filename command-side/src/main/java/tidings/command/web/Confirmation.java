package tidings.command.web;

import org.jspecify.annotations.Nullable;
import tidings.command.account.Password;
import tidings.command.account.Proof;

record Confirmation(@Nullable String password) {
    @Override
    public String toString() {
        return "Confirmation[…]";
    }

    /** @param signedInJustNow see {@link Proof} */
    Proof with(boolean signedInJustNow) {
        return new Proof(password == null ? null : new Password(password), signedInJustNow);
    }
}
