package tidings.command.account.registration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tidings.command.account.Username;
import tidings.events.account.AccountId;

/** In rounds: propose a free-looking name to everybody who has none, insert them all, look who got theirs. */
final class NameAssignmentStore implements NameAssignments {

    private static final int MAX_ROUNDS = 1_000;

    private final JdbcTemplate jdbc;
    private final JdbcClient client;

    NameAssignmentStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
    }

    @Override
    public Map<AccountId, Username> assign(Map<AccountId, Username> wished) {
        Map<AccountId, Username> assigned = namesOf(wished.keySet());
        Map<String, Integer> nextNumber = new HashMap<>();
        for (int round = 0; assigned.size() < wished.size(); round++) {
            if (round == MAX_ROUNDS) {
                throw new IllegalStateException("no free names were found in " + MAX_ROUNDS + " rounds");
            }
            Map<AccountId, Username> proposals = new HashMap<>();
            wished.forEach((account, name) -> {
                if (!assigned.containsKey(account)) {
                    int number = nextNumber.merge(name.key(), name.isReserved() ? 2 : 1, (last, first) -> last + 1);
                    proposals.put(account, number == 1 ? name : name.numbered(number));
                }
            });
            insert(proposals);
            assigned.putAll(namesOf(proposals.keySet()));
        }
        return assigned;
    }

    /** In the order of the key, which is the same for all writers, so that none waits for another in a circle. */
    private void insert(Map<AccountId, Username> proposals) {
        List<Object[]> rows = new ArrayList<>();
        proposals.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getValue().key()))
                .forEach(entry -> rows.add(new Object[] {
                    entry.getValue().key(),
                    entry.getValue().value(),
                    entry.getValue().skeleton(),
                    entry.getKey().toString(),
                    entry.getKey().toString()
                }));
        jdbc.batchUpdate(
                "INSERT IGNORE INTO account_name"
                        + " (name_key, username, skeleton, account_id, registered, attempt, lease_until)"
                        + " VALUES (?, ?, ?, ?, TRUE, ?, UTC_TIMESTAMP(3))",
                rows);
    }

    private Map<AccountId, Username> namesOf(Collection<AccountId> accounts) {
        Map<AccountId, Username> names = new TreeMap<>(Comparator.comparing(AccountId::toString));
        if (!accounts.isEmpty()) {
            client.sql("SELECT account_id, username FROM account_name WHERE account_id IN (:ids)")
                    .param("ids", accounts.stream().map(AccountId::toString).toList())
                    .query(row -> {
                        names.put(AccountId.parse(row.getString(1)), new Username(row.getString(2)));
                    });
        }
        return names;
    }
}
