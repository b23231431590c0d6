package tidings.command.session;

import java.time.Instant;
import java.util.Optional;
import tidings.events.account.AccountId;

/** Single-use tickets: how a browser, which cannot set headers on a WebSocket, shows who it is without a token in a URL. */
public interface Tickets {

    /**
     * Whom a ticket lets in.
     *
     * @param accessEnds when the access token that drew the ticket expires, and with it what the ticket opens
     */
    record Holder(AccountId accountId, String sessionId, Instant accessEnds) {}

    /** Draws a new ticket: 256 random bits as URL-safe text, good for one redemption within 30 s. */
    String draw(Holder holder);

    /**
     * Uses a ticket up. Of any number of concurrent attempts, on any nodes, one succeeds.
     *
     * @return empty when the ticket is unknown, used, too old, or its session has ended
     */
    Optional<Holder> redeem(String ticket);
}
