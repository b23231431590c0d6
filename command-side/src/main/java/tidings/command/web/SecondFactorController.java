package tidings.command.web;

import static tidings.command.web.Parameters.required;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tidings.command.account.AccountDirectory;
import tidings.command.account.OwnAccount;
import tidings.command.secondfactor.SecondFactor;
import tidings.command.session.Caller;
import tidings.command.session.Sessions;

@RestController
class SecondFactorController {

    private final SecondFactor secondFactor;
    private final OwnAccount account;
    private final AccountDirectory accounts;
    private final Sessions sessions;

    SecondFactorController(
            SecondFactor secondFactor, OwnAccount account, AccountDirectory accounts, Sessions sessions) {
        this.secondFactor = secondFactor;
        this.account = account;
        this.accounts = accounts;
        this.sessions = sessions;
    }

    @PostMapping("/api/accounts/me/totp")
    SecondFactor.Enrolment begin(Caller caller, @RequestBody Confirmation confirmation) {
        account.require(caller.accountId(), confirmation.with(sessions.isFresh(caller)));
        return secondFactor.begin(
                caller.accountId(),
                accounts.usernameOf(caller.accountId()).orElseThrow(() -> Parameters.notFound("no such account")));
    }

    @PutMapping("/api/accounts/me/totp")
    RecoveryCodes confirm(Caller caller, @RequestBody Code code) {
        return new RecoveryCodes(secondFactor.confirm(caller.accountId(), required(code.code(), "code")));
    }

    @PostMapping("/api/accounts/me/totp/removal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, @RequestBody Confirmation confirmation) {
        account.require(caller.accountId(), confirmation.with(sessions.isFresh(caller)));
        secondFactor.remove(caller.accountId());
    }
}
