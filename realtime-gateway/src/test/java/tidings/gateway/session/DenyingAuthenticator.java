package tidings.gateway.session;

import java.util.concurrent.CompletableFuture;
import tidings.access.Authentication;
import tidings.gateway.access.Authenticator;

/** Lets nobody in. */
final class DenyingAuthenticator implements Authenticator {

    @Override
    public CompletableFuture<Authentication> checkToken(String token) {
        return CompletableFuture.completedFuture(new Authentication.Denied("nobody"));
    }

    @Override
    public CompletableFuture<Authentication> redeemTicket(String ticket) {
        return checkToken(ticket);
    }
}
