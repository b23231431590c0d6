package tidings.command.web;

import static tidings.command.web.Parameters.required;

import jakarta.servlet.http.HttpServletRequest;
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
import tidings.command.account.DisplayName;
import tidings.command.account.Username;
import tidings.command.apitoken.ApiTokens;
import tidings.command.apitoken.Bots;
import tidings.command.apitoken.IssuedToken;
import tidings.command.apitoken.TokenStore;
import tidings.command.dispatch.CommandRefused;
import tidings.command.dispatch.RejectionCode;
import tidings.command.reauthentication.Reauthentication;
import tidings.command.session.Caller;
import tidings.command.session.Scope;
import tidings.events.account.AccountId;

/** Bots, and the tokens by which programs act as accounts. */
@RestController
class TokenController {

    private static final int DEFAULT_DAYS = 90;

    private final Bots bots;
    private final ApiTokens tokens;
    private final Reauthentication reauthentication;

    TokenController(Bots bots, ApiTokens tokens, Reauthentication reauthentication) {
        this.bots = bots;
        this.tokens = tokens;
        this.reauthentication = reauthentication;
    }

    @PostMapping("/api/bots")
    @ResponseStatus(HttpStatus.CREATED)
    CreatedBot createBot(Caller caller, @RequestBody NewBot bot) {
        Username wished = new Username(required(bot.username(), "username"));
        String displayName = bot.displayName() == null ? wished.value() : bot.displayName();
        Bots.Bot created = bots.create(caller.accountId(), wished, new DisplayName(displayName), Bots.Kind.PROGRAM);
        return new CreatedBot(created.id().toString(), created.username().value());
    }

    @PostMapping("/api/accounts/{accountId}/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    CreatedToken issue(
            Caller caller, @PathVariable String accountId, @RequestBody NewToken token, HttpServletRequest request) {
        reauthentication.require(caller, token.confirmation().from(request));
        IssuedToken issued = tokens.issue(
                caller,
                ownOrOther(caller, accountId),
                required(token.name(), "name"),
                scopes(required(token.scopes(), "scopes")),
                token.days() == null ? DEFAULT_DAYS : token.days());
        return new CreatedToken(issued.id(), issued.secret());
    }

    @GetMapping("/api/accounts/{accountId}/tokens")
    List<TokenStore.Listed> list(Caller caller, @PathVariable String accountId) {
        return tokens.list(caller, ownOrOther(caller, accountId));
    }

    @DeleteMapping("/api/accounts/{accountId}/tokens/{tokenId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Caller caller, @PathVariable String accountId, @PathVariable String tokenId) {
        tokens.revoke(caller, ownOrOther(caller, accountId), tokenId);
    }

    @Anonymous
    @PostMapping("/api/sessions/token")
    Access exchange(@RequestBody ApiToken token) {
        return tokens.exchange(required(token.token(), "token"))
                .map(access ->
                        new Access(access.accessToken(), access.expiresIn().toSeconds()))
                .orElseThrow(() ->
                        new ProblemException(Problem.of(RejectionCode.UNAUTHENTICATED, "the token is not valid")));
    }

    private static AccountId ownOrOther(Caller caller, String accountId) {
        return accountId.equals("me") ? caller.accountId() : Parameters.accountInPath(accountId);
    }

    private static Set<Scope> scopes(List<@Nullable String> texts) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String text : texts) {
            scopes.add(Scope.of(required(text, "scopes"))
                    .orElseThrow(() -> new CommandRefused(RejectionCode.BAD_FRAME, "there is no such scope")));
        }
        return scopes;
    }
}
