package tidings.command.web;

import static tidings.command.web.Parameters.required;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tidings.command.account.DisplayName;
import tidings.command.account.Password;
import tidings.command.account.Registration;
import tidings.command.account.Username;

@RestController
class AccountController {

    private final Registration registration;

    AccountController(Registration registration) {
        this.registration = registration;
    }

    @Anonymous
    @PostMapping("/api/accounts")
    @ResponseStatus(HttpStatus.CREATED)
    CreatedAccount register(@RequestBody NewAccount account, HttpServletRequest request) {
        Registration.Registered registered = registration.register(
                new Username(required(account.username(), "username")),
                new Password(required(account.password(), "password")),
                account.displayName() == null ? null : new DisplayName(account.displayName()),
                request.getRemoteAddr());
        return new CreatedAccount(
                registered.id().toString(), registered.username().value());
    }
}
