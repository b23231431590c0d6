package tidings.command.session;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tidings.command.eventstore.DatabaseTime;
import tidings.command.secret.OpaqueToken;
import tidings.events.account.AccountId;

/** Sessions and their refresh tokens. All times are the database's, which is the same for all nodes. */
final class SessionStore implements EndedSessions {

    /** Tokens that operators sign for load tests live longest. */
    private static final Duration LONGEST_ACCESS = Duration.ofMinutes(135);

    private static final Duration ENDS_OVERLAP = Duration.ofSeconds(10);
    private static final int ENDED_PAGE = 5_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Duration refreshTtl;

    SessionStore(JdbcClient jdbc, TransactionTemplate transaction, Duration refreshTtl) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.refreshTtl = refreshTtl;
    }

    record Session(String sessionId, AccountId accountId) {}

    /**
     * A session as its owner sees it.
     *
     * @param device as it called itself at the sign-in; null when it did not
     * @param usedAt when its refresh token was last used; null when never
     */
    record Device(
            String sessionId,
            @Nullable String device,
            Instant startedAt,
            @Nullable Instant usedAt) {}

    /** What became of a refresh token that somebody showed. */
    sealed interface Redemption {

        record Rotated(Session session) implements Redemption {}

        /** It had been used before: either the one who shows it is a thief, or the one who used it was. */
        record Reused(Session session) implements Redemption {}

        record Refused() implements Redemption {}
    }

    void start(Session session, OpaqueToken refreshToken, @Nullable String device) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("INSERT INTO session (session_id, account_id, started_at, expires_at, end_recorded, device)"
                            + " VALUES (?, ?, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) + INTERVAL ? SECOND, FALSE, ?)")
                    .param(session.sessionId())
                    .param(session.accountId().toString())
                    .param(refreshTtl.toSeconds())
                    .param(device)
                    .update();
            insertRefreshToken(session.sessionId(), refreshToken);
        });
    }

    /** Of any number of concurrent attempts with one token, on any nodes, one rotates it. */
    Redemption redeem(OpaqueToken shown, OpaqueToken next) {
        Redemption redemption = transaction.execute(status -> {
            int used = jdbc.sql("UPDATE refresh_token SET used_at = UTC_TIMESTAMP(3)"
                            + " WHERE token_hash = ? AND used_at IS NULL AND expires_at > UTC_TIMESTAMP(3)")
                    .param(shown.hash())
                    .update();
            Optional<Session> session = liveSessionOf(shown);
            if (session.isEmpty()) {
                return new Redemption.Refused();
            }
            if (used == 0) {
                return new Redemption.Reused(session.get());
            }
            insertRefreshToken(session.get().sessionId(), next);
            jdbc.sql("UPDATE session SET used_at = UTC_TIMESTAMP(3),"
                            + " expires_at = UTC_TIMESTAMP(3) + INTERVAL ? SECOND WHERE session_id = ?")
                    .params(refreshTtl.toSeconds(), session.get().sessionId())
                    .update();
            return new Redemption.Rotated(session.get());
        });
        return redemption == null ? new Redemption.Refused() : redemption;
    }

    private void insertRefreshToken(String sessionId, OpaqueToken token) {
        jdbc.sql("INSERT INTO refresh_token (token_hash, session_id, expires_at)"
                        + " VALUES (?, ?, UTC_TIMESTAMP(3) + INTERVAL ? SECOND)")
                .params(token.hash(), sessionId, refreshTtl.toSeconds())
                .update();
    }

    /** Of a used token; one that merely expired has none. */
    private Optional<Session> liveSessionOf(OpaqueToken token) {
        return jdbc.sql("SELECT s.session_id, s.account_id FROM refresh_token t"
                        + " JOIN session s ON s.session_id = t.session_id"
                        + " WHERE t.token_hash = ? AND t.used_at IS NOT NULL AND s.ended_at IS NULL")
                .param(token.hash())
                .query((row, n) -> new Session(row.getString(1), AccountId.parse(row.getString(2))))
                .optional();
    }

    /** Ends a session for good, also one that only its tokens know of. Repeated, it changes nothing. */
    void end(Session session) {
        jdbc.sql("INSERT INTO session (session_id, account_id, started_at, expires_at, ended_at, end_recorded)"
                        + " VALUES (?, ?, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) + INTERVAL ? SECOND, UTC_TIMESTAMP(3), FALSE)"
                        + " ON DUPLICATE KEY UPDATE ended_at = COALESCE(ended_at, VALUES(ended_at))")
                .params(session.sessionId(), session.accountId().toString(), refreshTtl.toSeconds())
                .update();
    }

    /** Whether the session is over, or its account, or who answers for it, may not be used. */
    boolean isOver(Session session) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM session WHERE session_id = ? AND ended_at IS NOT NULL)"
                        + " OR EXISTS (SELECT 1 FROM account_standing WHERE account_id = ?)"
                        + " OR EXISTS (SELECT 1 FROM bot b JOIN account_standing o ON o.account_id = b.owner_id"
                        + " WHERE b.account_id = ?)")
                .params(
                        session.sessionId(),
                        session.accountId().toString(),
                        session.accountId().toString())
                .query(Boolean.class)
                .single();
    }

    /** Whether somebody signed in to this session that recently. */
    boolean startedWithin(String sessionId, Duration recently) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM session WHERE session_id = ? AND ended_at IS NULL"
                        + " AND kind = 'LOGIN' AND started_at > UTC_TIMESTAMP(3) - INTERVAL ? SECOND)")
                .params(sessionId, recently.toSeconds())
                .query(Boolean.class)
                .single();
    }

    /** The sessions that somebody signed in to, newest first. */
    List<Device> devicesOf(AccountId accountId, int limit) {
        return jdbc.sql("SELECT session_id, device, started_at, used_at FROM session WHERE account_id = ?"
                        + " AND ended_at IS NULL AND kind = 'LOGIN' AND expires_at > UTC_TIMESTAMP(3)"
                        + " ORDER BY started_at DESC LIMIT ?")
                .params(accountId.toString(), limit)
                .query((row, n) -> new Device(
                        row.getString(1),
                        row.getString(2),
                        DatabaseTime.utc(row.getObject(3, LocalDateTime.class)),
                        DatabaseTime.utcOrNull(row.getObject(4, LocalDateTime.class))))
                .list();
    }

    /** The sessions that have not ended and that somebody signed in to, but this one. */
    List<Session> liveBeside(AccountId accountId, String spared) {
        return jdbc.sql("SELECT session_id FROM session WHERE account_id = ? AND ended_at IS NULL"
                        + " AND session_id <> ? AND kind = 'LOGIN'")
                .params(accountId.toString(), spared)
                .query((row, n) -> new Session(row.getString(1), accountId))
                .list();
    }

    /** All sessions that have not ended, those of the bots that the account answers for too. */
    List<Session> liveOf(AccountId accountId) {
        return jdbc.sql("SELECT session_id, account_id FROM session WHERE ended_at IS NULL AND account_id = ?"
                        + " UNION ALL SELECT s.session_id, s.account_id FROM bot b"
                        + " JOIN session s ON s.account_id = b.account_id WHERE s.ended_at IS NULL AND b.owner_id = ?")
                .params(accountId.toString(), accountId.toString())
                .query((row, n) -> new Session(row.getString(1), AccountId.parse(row.getString(2))))
                .list();
    }

    /** Makes the session of an API token, so that it can be ended; repeated, it changes nothing. */
    void startForToken(Session session, Duration ttl) {
        jdbc.sql("INSERT IGNORE INTO session (session_id, account_id, started_at, expires_at, end_recorded, kind)"
                        + " VALUES (?, ?, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) + INTERVAL ? SECOND, FALSE, 'TOKEN')")
                .params(session.sessionId(), session.accountId().toString(), ttl.toSeconds())
                .update();
    }

    @Override
    public Page endedSince(long sinceMs) {
        record Ended(String sessionId, long atMs) {}
        // both values of end_recorded, so that its index serves
        List<Ended> ended = jdbc.sql("SELECT session_id, CAST(TIMESTAMPDIFF(MICROSECOND, '1970-01-01', ended_at)"
                        + " / 1000 AS SIGNED) FROM session WHERE end_recorded IN (FALSE, TRUE) AND ended_at >="
                        + " GREATEST('1970-01-01' + INTERVAL ? * 1000 MICROSECOND,"
                        + " UTC_TIMESTAMP(3) - INTERVAL ? SECOND) ORDER BY ended_at, session_id LIMIT ?")
                .params(sinceMs, LONGEST_ACCESS.toSeconds(), ENDED_PAGE)
                .query((row, n) -> new Ended(row.getString(1), row.getLong(2)))
                .list();
        long latest = ended.stream().mapToLong(Ended::atMs).max().orElse(sinceMs);
        long next = ended.size() == ENDED_PAGE ? latest : latest - ENDS_OVERLAP.toMillis();
        return new Page(ended.stream().map(Ended::sessionId).toList(), Math.max(sinceMs, next));
    }

    void markRecorded(String sessionId) {
        jdbc.sql("UPDATE session SET end_recorded = TRUE WHERE session_id = ?")
                .param(sessionId)
                .update();
    }

    /** Sessions that ended some seconds ago and whose event is not known to be in the log. */
    List<Session> endedWithoutEvent(Duration since, int limit) {
        return jdbc.sql("SELECT session_id, account_id FROM session WHERE NOT end_recorded"
                        + " AND ended_at < UTC_TIMESTAMP(3) - INTERVAL ? SECOND ORDER BY ended_at LIMIT ?")
                .params(since.toSeconds(), limit)
                .query((row, n) -> new Session(row.getString(1), AccountId.parse(row.getString(2))))
                .list();
    }

    /** Deletes what nobody can use any more, a bounded number of rows at a time. */
    void purge(int limit) {
        for (String expired : List.of("refresh_token", "session")) {
            jdbc.sql("DELETE FROM " + expired + " WHERE expires_at < UTC_TIMESTAMP(3) - INTERVAL 1 DAY LIMIT ?")
                    .param(limit)
                    .update();
        }
        jdbc.sql("DELETE FROM ticket WHERE expires_at < UTC_TIMESTAMP(3) LIMIT ?")
                .param(limit)
                .update();
    }
}
