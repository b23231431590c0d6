package tidings.gateway.access;

import java.util.concurrent.CompletableFuture;
import tidings.access.Authentication;

/** Checks who a client is. The futures complete on any thread and never fail; nothing blocks the caller. */
public interface Authenticator {

    /** Checks an access token: a JWT as the command side signs it. */
    CompletableFuture<Authentication> checkToken(String token);

    /** Uses a ticket up. */
    CompletableFuture<Authentication> redeemTicket(String ticket);
}
