package tidings.command.web;

import static tidings.command.web.Parameters.required;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tidings.command.account.DisplayName;
import tidings.command.account.OwnAccount;
import tidings.command.account.Password;
import tidings.command.apitoken.ApiTokens;
import tidings.command.reauthentication.Reauthentication;
import tidings.command.session.Caller;

@RestController
class OwnAccountController {

    private final OwnAccount account;
    private final Reauthentication reauthentication;
    private final ApiTokens tokens;

    OwnAccountController(OwnAccount account, Reauthentication reauthentication, ApiTokens tokens) {
        this.account = account;
        this.reauthentication = reauthentication;
        this.tokens = tokens;
    }

    @PatchMapping("/api/accounts/me")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changeProfile(Caller caller, @RequestBody Profile profile) {
        account.changeProfile(caller.accountId(), new DisplayName(required(profile.displayName(), "displayName")));
    }

    @PutMapping("/api/accounts/me/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(Caller caller, @RequestBody PasswordChange change, HttpServletRequest request) {
        account.changePassword(
                caller.accountId(),
                new Password(required(change.oldPassword(), "oldPassword")),
                new Password(required(change.newPassword(), "newPassword")),
                caller.sessionId(),
                request.getRemoteAddr());
        if (Boolean.TRUE.equals(change.revokeTokens())) {
            tokens.revokeAll(caller);
        }
    }

    @PostMapping("/api/accounts/me/deactivation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deactivate(Caller caller, @RequestBody Confirmation confirmation, HttpServletRequest request) {
        reauthentication.require(caller, confirmation.from(request));
        account.deactivate(caller.accountId());
    }

    @PostMapping("/api/accounts/me/deletion")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @RequestBody Confirmation confirmation, HttpServletRequest request) {
        reauthentication.require(caller, confirmation.from(request));
        account.delete(caller.accountId());
    }
}
