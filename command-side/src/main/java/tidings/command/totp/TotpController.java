package tidings.command.totp;

import static tidings.command.web.Parameters.required;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tidings.access.Identity;
import tidings.command.account.AccountDirectory;
import tidings.command.reauthentication.Confirmation;
import tidings.command.reauthentication.Reauthentication;
import tidings.command.throttle.Origin;
import tidings.command.web.Parameters;

@RestController
class TotpController {

    private final SecondFactor secondFactor;
    private final Reauthentication reauthentication;
    private final AccountDirectory accounts;

    TotpController(SecondFactor secondFactor, Reauthentication reauthentication, AccountDirectory accounts) {
        this.secondFactor = secondFactor;
        this.reauthentication = reauthentication;
        this.accounts = accounts;
    }

    record Code(@Nullable String code) {
        @Override
        public String toString() {
            return "Code[…]";
        }
    }

    record RecoveryCodes(List<String> recoveryCodes) {
        @Override
        public String toString() {
            return "RecoveryCodes[…]";
        }
    }

    @PostMapping("/api/accounts/me/totp")
    Enrolment begin(Identity caller, @RequestBody Confirmation confirmation, Origin origin) {
        reauthentication.require(caller, confirmation, origin);
        return secondFactor.begin(
                caller.accountId(),
                accounts.usernameOf(caller.accountId()).orElseThrow(() -> Parameters.notFound("no such account")));
    }

    @PutMapping("/api/accounts/me/totp")
    RecoveryCodes confirm(Identity caller, @RequestBody Code code, Origin origin) {
        return new RecoveryCodes(secondFactor.confirm(caller.accountId(), required(code.code(), "code"), origin));
    }

    @PostMapping("/api/accounts/me/totp/removal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Identity caller, @RequestBody Confirmation confirmation, Origin origin) {
        reauthentication.requireAll(caller, confirmation, origin);
        secondFactor.remove(caller.accountId());
    }
}
