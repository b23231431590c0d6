package tidings.command.oidc;

import java.util.Optional;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tidings.command.secret.OpaqueToken;
import tidings.events.account.AccountId;

/**
 * Sign-ins under way, bound to the browser that began them; and, for some seconds, those that are done but for handing the
 * tokens over. Each is used by deleting its row, which only one can do. Times are the database's.
 */
final class AttemptStore {

    static final int ATTEMPT_SECONDS = 600;
    private static final int HANDOVER_SECONDS = 30;
    private static final int PURGED_AT_ONCE = 100;

    private final JdbcClient jdbc;

    AttemptStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What only this node and the provider's token endpoint get to see. */
    record Attempt(String nonce, String codeVerifier) {
        @Override
        public String toString() {
            return "Attempt[…]";
        }
    }

    void begin(OpaqueToken state, OpaqueToken browser, String provider, Attempt attempt) {
        purge();
        jdbc.sql("INSERT INTO oidc_attempt (state_hash, browser_hash, provider, nonce, code_verifier, expires_at)"
                        + " VALUES (?, ?, ?, ?, ?, UTC_TIMESTAMP(3) + INTERVAL ? SECOND)")
                .params(
                        state.hash(),
                        browser.hash(),
                        provider,
                        attempt.nonce(),
                        attempt.codeVerifier(),
                        ATTEMPT_SECONDS)
                .update();
    }

    /** Once; empty when this browser did not begin it with this provider, or too long ago. */
    Optional<Attempt> finish(OpaqueToken state, OpaqueToken browser, String provider) {
        return jdbc.sql("SELECT nonce, code_verifier FROM oidc_attempt WHERE state_hash = ? AND browser_hash = ?"
                        + " AND provider = ? AND expires_at > UTC_TIMESTAMP(3)")
                .params(state.hash(), browser.hash(), provider)
                .query((row, n) -> new Attempt(row.getString(1), row.getString(2)))
                .optional()
                .filter(found -> jdbc.sql("DELETE FROM oidc_attempt WHERE state_hash = ?")
                                .param(state.hash())
                                .update()
                        == 1);
    }

    void offer(OpaqueToken code, OpaqueToken browser, AccountId accountId) {
        jdbc.sql("INSERT INTO oidc_handover (code_hash, browser_hash, account_id, expires_at)"
                        + " VALUES (?, ?, ?, UTC_TIMESTAMP(3) + INTERVAL ? SECOND)")
                .params(code.hash(), browser.hash(), accountId.toString(), HANDOVER_SECONDS)
                .update();
    }

    /** Once; empty when it was not offered to this browser some seconds ago. */
    Optional<AccountId> take(OpaqueToken code, OpaqueToken browser) {
        return jdbc.sql("SELECT account_id FROM oidc_handover WHERE code_hash = ? AND browser_hash = ?"
                        + " AND expires_at > UTC_TIMESTAMP(3)")
                .params(code.hash(), browser.hash())
                .query((row, n) -> AccountId.parse(row.getString(1)))
                .optional()
                .filter(found -> jdbc.sql("DELETE FROM oidc_handover WHERE code_hash = ?")
                                .param(code.hash())
                                .update()
                        == 1);
    }

    /** Whoever begins tidies up behind others, a bounded number of rows. */
    private void purge() {
        try {
            jdbc.sql("DELETE FROM oidc_attempt WHERE expires_at < UTC_TIMESTAMP(3) LIMIT " + PURGED_AT_ONCE)
                    .update();
            jdbc.sql("DELETE FROM oidc_handover WHERE expires_at < UTC_TIMESTAMP(3) LIMIT " + PURGED_AT_ONCE)
                    .update();
        } catch (PessimisticLockingFailureException e) {
            // somebody else is at it
        }
    }
}
