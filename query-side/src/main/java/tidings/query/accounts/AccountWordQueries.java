package tidings.query.accounts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tidings.events.account.AccountId;
import tidings.query.accounts.DirectoryPlace.Key;
import tidings.query.views.BinaryId;
import tidings.query.views.Placeholders;

/** Reads the words of people in the order of the key, a bounded part at a time. */
@Component
final class AccountWordQueries {

    private static final String LAST_CHARACTER = Character.toString(Character.MAX_CODE_POINT);
    private static final int MOST_CHANNELS = 1_000;
    private static final String FROM =
            " FROM account_word w FORCE INDEX (PRIMARY) WHERE w.deactivated = ? AND w.word >= ?"
                    + " AND w.word < ? AND (w.word > ? OR (w.word = ? AND w.account_id > ?))"
                    + " ORDER BY w.word, w.account_id LIMIT ?";
    private static final String ROWS = "SELECT w.word, w.account_id, FALSE" + FROM;
    private static final String ROWS_AND_NEARNESS = "SELECT w.word, w.account_id, EXISTS (SELECT 1"
            + " FROM membership_view m FORCE INDEX (membership_of_account)"
            + " WHERE m.account_id = w.account_id AND m.channel_id IN (%s))" + FROM;

    private final JdbcTemplate jdbc;

    AccountWordQueries(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param near whether the account shares a channel with the asker, where that was asked for */
    record Row(Key key, boolean near) {

        UUID account() {
            return key.account();
        }
    }

    /** The words of those who are, or are not, deactivated that begin so, after a place. */
    List<Row> rows(boolean deactivated, String beginning, Key after, int limit) {
        return rows(ROWS, List.of(), deactivated, beginning, after, limit);
    }

    /** The first words of those who are not deactivated that begin so, and whether they share a channel with the asker. */
    List<Row> rowsAndNearness(AccountId asker, String beginning, int limit) {
        List<byte[]> channels = jdbc.query(
                "SELECT channel_id FROM membership_view WHERE account_id = ? ORDER BY channel_id LIMIT ?",
                (row, number) -> row.getBytes(1),
                BinaryId.of(asker.value()),
                MOST_CHANNELS);
        return channels.isEmpty()
                ? rows(false, beginning, Key.FIRST, limit)
                : rows(
                        ROWS_AND_NEARNESS.formatted(Placeholders.list(channels.size())),
                        channels,
                        false,
                        beginning,
                        Key.FIRST,
                        limit);
    }

    private List<Row> rows(
            String sql, List<byte[]> channels, boolean deactivated, String beginning, Key after, int limit) {
        List<Object> values = new ArrayList<>(channels);
        String from = after.word().startsWith(beginning) ? after.word() : beginning;
        values.addAll(List.of(
                deactivated,
                from,
                beginning + LAST_CHARACTER,
                after.word(),
                after.word(),
                BinaryId.of(after.account()),
                limit));
        return jdbc.query(
                sql,
                (row, number) -> new Row(new Key(row.getString(1), BinaryId.read(row.getBytes(2))), row.getBoolean(3)),
                values.toArray());
    }

    /** All words of each of the accounts, in their order. */
    Map<UUID, TreeSet<String>> words(Collection<UUID> accounts) {
        Map<UUID, TreeSet<String>> words = new HashMap<>();
        if (!accounts.isEmpty()) {
            jdbc.query(
                    "SELECT account_id, word FROM account_word FORCE INDEX (words_of_account) WHERE account_id IN ("
                            + Placeholders.list(accounts.size()) + ")",
                    row -> {
                        words.computeIfAbsent(BinaryId.read(row.getBytes(1)), ignored -> new TreeSet<>(Key.WORDS))
                                .add(row.getString(2));
                    },
                    accounts.stream().map(BinaryId::of).toArray());
        }
        return words;
    }
}
