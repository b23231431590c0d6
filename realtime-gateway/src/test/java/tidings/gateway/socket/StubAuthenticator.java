package tidings.gateway.socket;

import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import tidings.access.Authentication;
import tidings.access.Identity;
import tidings.gateway.access.Authenticator;

/** Knows one token and one ticket: "good". */
final class StubAuthenticator implements Authenticator {

    private final Clock clock;

    StubAuthenticator(Clock clock) {
        this.clock = clock;
    }

    @Override
    public CompletableFuture<Authentication> checkToken(String token) {
        return CompletableFuture.completedFuture(
                token.equals("good")
                        ? new Authentication.Granted(new Identity(
                                PipelineHarness.ANN, "s", clock.instant().plus(PipelineHarness.TOKEN_LIFE)))
                        : new Authentication.Denied("bad"));
    }

    @Override
    public CompletableFuture<Authentication> redeemTicket(String ticket) {
        return checkToken(ticket);
    }
}
