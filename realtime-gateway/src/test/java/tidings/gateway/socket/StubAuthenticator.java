package tidings.gateway.socket;

import java.time.Clock;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import tidings.access.Authentication;
import tidings.access.Identity;
import tidings.access.Scope;
import tidings.gateway.access.Authenticator;

/** Knows one token and one ticket: "good"; and a token of too few scopes: "narrow". */
final class StubAuthenticator implements Authenticator {

    private final Clock clock;

    StubAuthenticator(Clock clock) {
        this.clock = clock;
    }

    @Override
    public CompletableFuture<Authentication> checkToken(String token) {
        return CompletableFuture.completedFuture(
                switch (token) {
                    case "good" ->
                        new Authentication.Granted(new Identity(
                                PipelineHarness.ANN, "s", clock.instant().plus(PipelineHarness.TOKEN_LIFE)));
                    case "narrow" -> new Authentication.InsufficientScope(Set.of(Scope.MESSAGES_WRITE));
                    default -> new Authentication.Denied("bad");
                });
    }

    @Override
    public CompletableFuture<Authentication> redeemTicket(String ticket) {
        return checkToken(ticket);
    }
}
