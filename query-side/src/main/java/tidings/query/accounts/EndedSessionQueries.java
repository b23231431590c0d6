package tidings.query.accounts;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tidings.events.account.AccountId;
import tidings.query.identity.EndedSessions;
import tidings.query.views.BinaryId;

/**
 * Asks the views, not a memory: each node projects only its own share of the accounts, and one row of a primary key
 * costs less than keeping all nodes' memories equal.
 */
@Component
final class EndedSessionQueries implements EndedSessions {

    private final JdbcTemplate jdbc;

    EndedSessionQueries(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean ended(AccountId account, String sessionId) {
        return !jdbc.queryForList(
                        "SELECT 1 FROM ended_session WHERE account_id = ? AND session_id = ?",
                        Integer.class,
                        BinaryId.of(account.value()),
                        sessionId)
                .isEmpty();
    }
}
