package tidings.command.apitoken;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tidings.access.Scope;
import tidings.command.eventstore.DatabaseTime;
import tidings.command.secret.OpaqueToken;
import tidings.events.account.AccountId;

/** API tokens, of which the database knows a digest only. */
final class TokenStore {

    private static final int MAX_LISTED = 100;
    private static final int MAX_ANSWERED = 1_000;

    private final JdbcClient jdbc;

    TokenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A token as its owner sees it. */
    record Listed(
            String id,
            String name,
            List<String> scopes,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant usedAt) {}

    /** A token of somebody or of a bot of his or hers. */
    record Answered(
            String id,
            AccountId accountId,
            String name,
            Instant createdAt,
            @Nullable Instant usedAt,
            Instant expiresAt) {}

    record Live(String tokenId, AccountId accountId, Set<Scope> scopes, Duration ttl) {}

    void insert(String id, AccountId accountId, String name, OpaqueToken secret, Set<Scope> scopes, Duration ttl) {
        jdbc.sql("INSERT INTO api_token (token_id, account_id, name, token_hash, scopes, created_at, expires_at)"
                        + " VALUES (?, ?, ?, ?, ?, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) + INTERVAL ? SECOND)")
                .params(id, accountId.toString(), name, secret.hash(), Scope.claim(scopes), ttl.toSeconds())
                .update();
    }

    List<Listed> list(AccountId accountId) {
        return jdbc.sql("SELECT token_id, name, scopes, created_at, expires_at, used_at FROM api_token"
                        + " WHERE account_id = ? AND revoked_at IS NULL AND expires_at > UTC_TIMESTAMP(3)"
                        + " ORDER BY created_at DESC LIMIT ?")
                .params(accountId.toString(), MAX_LISTED)
                .query((row, n) -> new Listed(
                        row.getString(1),
                        row.getString(2),
                        List.of(row.getString(3).split(" ")),
                        DatabaseTime.utc(row.getObject(4, LocalDateTime.class)),
                        DatabaseTime.utc(row.getObject(5, LocalDateTime.class)),
                        DatabaseTime.utcOrNull(row.getObject(6, LocalDateTime.class))))
                .list();
    }

    /** The tokens of somebody and of the bots that he or she answers for, newest first, a bounded number. */
    List<Answered> answeredFor(AccountId owner) {
        return jdbc.sql("SELECT token_id, account_id, name, created_at, used_at, expires_at FROM api_token"
                        + " WHERE (account_id = ? OR account_id IN (SELECT account_id FROM bot WHERE owner_id = ?))"
                        + " AND revoked_at IS NULL AND expires_at > UTC_TIMESTAMP(3) ORDER BY created_at DESC LIMIT ?")
                .params(owner.toString(), owner.toString(), MAX_ANSWERED)
                .query((row, n) -> new Answered(
                        row.getString(1),
                        AccountId.parse(row.getString(2)),
                        row.getString(3),
                        DatabaseTime.utc(row.getObject(4, LocalDateTime.class)),
                        DatabaseTime.utcOrNull(row.getObject(5, LocalDateTime.class)),
                        DatabaseTime.utc(row.getObject(6, LocalDateTime.class))))
                .list();
    }

    /** False when the account has no such token. */
    boolean revoke(AccountId accountId, String tokenId) {
        return jdbc.sql("UPDATE api_token SET revoked_at = COALESCE(revoked_at, UTC_TIMESTAMP(3))"
                                        + " WHERE token_id = ? AND account_id = ?")
                                .params(tokenId, accountId.toString())
                                .update()
                        > 0
                || jdbc.sql("SELECT COUNT(*) FROM api_token WHERE token_id = ? AND account_id = ?")
                                .params(tokenId, accountId.toString())
                                .query(Long.class)
                                .single()
                        > 0;
    }

    Optional<Live> use(OpaqueToken secret) {
        Optional<Live> live = jdbc.sql("SELECT token_id, account_id, scopes,"
                        + " TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(3), expires_at) FROM api_token"
                        + " WHERE token_hash = ? AND revoked_at IS NULL AND expires_at > UTC_TIMESTAMP(3)")
                .param(secret.hash())
                .query((row, n) -> new Live(
                        row.getString(1),
                        AccountId.parse(row.getString(2)),
                        Scope.ofClaim(row.getString(3)),
                        Duration.ofSeconds(row.getLong(4))))
                .optional();
        live.ifPresent(found -> jdbc.sql("UPDATE api_token SET used_at = UTC_TIMESTAMP(3) WHERE token_id = ?")
                .param(found.tokenId())
                .update());
        return live;
    }
}
