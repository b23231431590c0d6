package tidings.command.account.registration;

import static tidings.command.web.Parameters.required;

import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tidings.command.account.DisplayName;
import tidings.command.account.Username;
import tidings.command.account.password.Password;

@RestController
class RegistrationController {

    private final Registration registration;

    RegistrationController(Registration registration) {
        this.registration = registration;
    }

    record NewAccount(
            @Nullable String username,
            @Nullable String password,
            @Nullable String displayName) {
        @Override
        public String toString() {
            return "NewAccount[" + username + "]";
        }
    }

    record CreatedAccount(String id, String username) {}

    @PermitAll
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
