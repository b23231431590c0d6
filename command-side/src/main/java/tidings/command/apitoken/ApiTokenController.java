package tidings.command.apitoken;

import static tidings.command.web.Parameters.required;

import jakarta.annotation.security.PermitAll;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tidings.access.Identity;
import tidings.access.Scope;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.RejectionCode;
import tidings.command.reauthentication.Confirmation;
import tidings.command.reauthentication.Reauthentication;
import tidings.command.throttle.Origin;
import tidings.command.web.Parameters;
import tidings.command.web.Problem;
import tidings.command.web.ProblemException;
import tidings.events.account.AccountId;

/** The tokens by which programs act as accounts. */
@RestController
class ApiTokenController {

    private static final int DEFAULT_DAYS = 90;

    private final ApiTokens tokens;
    private final Reauthentication reauthentication;

    ApiTokenController(ApiTokens tokens, Reauthentication reauthentication) {
        this.tokens = tokens;
        this.reauthentication = reauthentication;
    }

    record NewToken(
            @Nullable String name,
            @Nullable List<@Nullable String> scopes,
            @Nullable Integer days,
            @Nullable String password,
            @Nullable String totp) {

        Confirmation confirmation() {
            return new Confirmation(password, totp);
        }

        @Override
        public String toString() {
            return "NewToken[" + name + "]";
        }
    }

    record Exchange(@Nullable String token) {
        @Override
        public String toString() {
            return "Exchange[…]";
        }
    }

    @PostMapping("/api/accounts/{accountId}/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    IssuedToken issue(Identity caller, @PathVariable String accountId, @RequestBody NewToken token, Origin origin) {
        reauthentication.require(caller, token.confirmation(), origin);
        return tokens.issue(
                caller,
                ownOrOther(caller, accountId),
                required(token.name(), "name"),
                scopes(required(token.scopes(), "scopes")),
                token.days() == null ? DEFAULT_DAYS : token.days());
    }

    @GetMapping("/api/accounts/{accountId}/tokens")
    List<TokenStore.Listed> list(Identity caller, @PathVariable String accountId) {
        return tokens.list(caller, ownOrOther(caller, accountId));
    }

    @DeleteMapping("/api/accounts/{accountId}/tokens/{tokenId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Identity caller, @PathVariable String accountId, @PathVariable String tokenId) {
        tokens.revoke(caller, ownOrOther(caller, accountId), tokenId);
    }

    @PermitAll
    @PostMapping("/api/sessions/token")
    ApiTokens.Access exchange(@RequestBody Exchange token) {
        return tokens.exchange(required(token.token(), "token"))
                .orElseThrow(() ->
                        new ProblemException(Problem.of(RejectionCode.UNAUTHENTICATED, "the token is not valid")));
    }

    private static AccountId ownOrOther(Identity caller, String accountId) {
        return accountId.equals("me") ? caller.accountId() : Parameters.accountInPath(accountId);
    }

    private static Set<Scope> scopes(List<@Nullable String> texts) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String text : texts) {
            scopes.add(Scope.of(required(text, "scopes"))
                    .orElseThrow(() -> new CommandRefusedException(RejectionCode.BAD_FRAME, "there is no such scope")));
        }
        return scopes;
    }
}
