package tidings.command.account;

import static tidings.command.web.Parameters.required;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tidings.access.Identity;
import tidings.command.account.password.Password;
import tidings.command.reauthentication.Confirmation;
import tidings.command.reauthentication.Reauthentication;
import tidings.command.throttle.Origin;

@RestController
class OwnAccountController {

    private final OwnAccount account;
    private final Reauthentication reauthentication;
    private final ApiTokenRevocation tokens;

    OwnAccountController(OwnAccount account, Reauthentication reauthentication, ApiTokenRevocation tokens) {
        this.account = account;
        this.reauthentication = reauthentication;
        this.tokens = tokens;
    }

    record Profile(@Nullable String displayName) {}

    /** @param revokeTokens whether all API tokens end with the old password, those of bots too */
    record PasswordChange(
            @Nullable String oldPassword,
            @Nullable String newPassword,
            @Nullable Boolean revokeTokens) {
        @Override
        public String toString() {
            return "PasswordChange[…]";
        }
    }

    @PatchMapping("/api/accounts/me")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changeProfile(Identity caller, @RequestBody Profile profile) {
        account.changeProfile(caller.accountId(), new DisplayName(required(profile.displayName(), "displayName")));
    }

    @PutMapping("/api/accounts/me/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(Identity caller, @RequestBody PasswordChange change, Origin origin) {
        account.changePassword(
                caller.accountId(),
                new Password(required(change.oldPassword(), "oldPassword")),
                new Password(required(change.newPassword(), "newPassword")),
                caller.sessionId(),
                origin);
        if (Boolean.TRUE.equals(change.revokeTokens())) {
            tokens.revokeAll(caller);
        }
    }

    @PostMapping("/api/accounts/me/deactivation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deactivate(Identity caller, @RequestBody Confirmation confirmation, Origin origin) {
        reauthentication.require(caller, confirmation, origin);
        account.deactivate(caller.accountId());
    }

    @PostMapping("/api/accounts/me/deletion")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Identity caller, @RequestBody Confirmation confirmation, Origin origin) {
        reauthentication.require(caller, confirmation, origin);
        account.delete(caller.accountId());
    }
}
