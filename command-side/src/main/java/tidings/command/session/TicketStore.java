package tidings.command.session;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tidings.command.secret.OpaqueToken;
import tidings.events.account.AccountId;

/** Tickets by their hashes. A ticket is used by deleting its row, which only one can do. */
final class TicketStore implements Tickets {

    private static final int GOOD_FOR_SECONDS = 30;
    private static final int MAX_LENGTH = 100;

    private final JdbcClient jdbc;
    private final SessionStore sessions;

    TicketStore(JdbcClient jdbc, SessionStore sessions) {
        this.jdbc = jdbc;
        this.sessions = sessions;
    }

    @Override
    public String draw(Holder holder) {
        OpaqueToken ticket = OpaqueToken.random();
        jdbc.sql("INSERT INTO ticket (ticket_hash, account_id, session_id, access_ends, expires_at)"
                        + " VALUES (?, ?, ?, ?, UTC_TIMESTAMP(3) + INTERVAL ? SECOND)")
                .params(
                        ticket.hash(),
                        holder.accountId().toString(),
                        holder.sessionId(),
                        holder.accessEnds().toEpochMilli(),
                        GOOD_FOR_SECONDS)
                .update();
        return ticket.text();
    }

    @Override
    public Optional<Holder> redeem(String ticket) {
        if (ticket.isEmpty() || ticket.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        byte[] hash = new OpaqueToken(ticket).hash();
        Optional<Holder> holder = jdbc.sql("SELECT account_id, session_id, access_ends FROM ticket"
                        + " WHERE ticket_hash = ? AND expires_at > UTC_TIMESTAMP(3)")
                .param(hash)
                .query((row, n) -> new Holder(
                        AccountId.parse(row.getString(1)), row.getString(2), Instant.ofEpochMilli(row.getLong(3))))
                .optional();
        return holder.filter(found -> useUp(hash))
                .filter(found -> !sessions.isOver(new SessionStore.Session(found.sessionId(), found.accountId())));
    }

    private boolean useUp(byte[] hash) {
        return jdbc.sql("DELETE FROM ticket WHERE ticket_hash = ?").param(hash).update() == 1;
    }
}
