package tidings.query.accounts;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tidings.access.EndedSessions;
import tidings.access.Identity;
import tidings.events.account.AccountId;
import tidings.query.views.BinaryId;
import tidings.query.views.Placeholders;

/**
 * Asks the views, not a memory: each node projects only its own share of the accounts, and one row of a primary key
 * costs less than keeping all nodes' memories equal.
 */
@Component
final class EndedSessionQueries implements EndedSessions {

    private static final int CHUNK = 500;

    private final JdbcTemplate jdbc;

    EndedSessionQueries(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isEnded(AccountId account, String sessionId) {
        return !jdbc.queryForList(
                        "SELECT 1 FROM ended_session WHERE account_id = ? AND session_id = ?",
                        Integer.class,
                        BinaryId.of(account.value()),
                        sessionId)
                .isEmpty();
    }

    @Override
    public Set<Identity> ended(Collection<Identity> viewers) {
        List<Identity> all = List.copyOf(viewers);
        Set<Identity> ended = new HashSet<>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            List<Identity> chunk = all.subList(from, Math.min(all.size(), from + CHUNK));
            Set<Key> keys = new HashSet<>(jdbc.query(
                    "SELECT account_id, session_id FROM ended_session WHERE (account_id, session_id) IN ("
                            + Placeholders.pairs(chunk.size()) + ")",
                    (row, number) -> new Key(new AccountId(BinaryId.read(row.getBytes(1))), row.getString(2)),
                    chunk.stream()
                            .flatMap(viewer -> Stream.<Object>of(
                                    BinaryId.of(viewer.accountId().value()), viewer.sessionId()))
                            .toArray()));
            chunk.stream()
                    .filter(viewer -> keys.contains(new Key(viewer.accountId(), viewer.sessionId())))
                    .forEach(ended::add);
        }
        return ended;
    }

    private record Key(AccountId account, String sessionId) {}
}
