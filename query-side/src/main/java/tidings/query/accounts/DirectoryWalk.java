package tidings.query.accounts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tidings.events.account.AccountId;
import tidings.query.accounts.AccountWordQueries.Row;
import tidings.query.accounts.DirectoryPlace.Key;
import tidings.query.accounts.DirectoryPlace.Part;

/**
 * One page of found people. The words that begin with the longest part of the query are read in their order; each account
 * stands at the first of its own. Of the first rows it is asked who is near.
 */
final class DirectoryWalk {

    private static final int FIRST_ROWS = 250;
    private static final int ROWS = 250;
    private static final int MOST_READS = 4;

    private final AccountWordQueries words;
    private final Set<String> beginnings;
    private final String longest;
    private final @Nullable DirectoryPlace after;
    private final int limit;
    private final List<DirectoryPlace> places = new ArrayList<>();
    private int reads;
    private @Nullable DirectoryPlace next;

    DirectoryWalk(AccountWordQueries words, Set<String> beginnings, @Nullable DirectoryPlace after, int limit) {
        this.words = words;
        this.beginnings = beginnings;
        this.longest =
                beginnings.stream().max(Comparator.comparing(String::length)).orElse("");
        this.after = after;
        this.limit = limit;
    }

    void go(AccountId asker) {
        boolean onlyDeactivated = after != null && after.part() == Part.DEACTIVATED;
        Key nearUntil = after == null ? null : after.nearUntil();
        if (!onlyDeactivated) {
            nearUntil = first(asker, nearUntil);
            if (nearUntil != null) {
                rest(Part.OTHER, nearUntil);
            }
        }
        rest(Part.DEACTIVATED, nearUntil);
    }

    /** @return up to where it was asked who is near; null when of all */
    private @Nullable Key first(AccountId asker, @Nullable Key known) {
        // once more as many when a page before has drawn the line: somebody may have come between
        int most = known == null ? FIRST_ROWS : FIRST_ROWS + ROWS;
        List<Row> rows = words.rowsAndNearness(asker, longest, most);
        Key until = known != null || rows.size() < most ? known : rows.getLast().key();
        List<Row> matching = matching(
                rows.stream()
                        .filter(row -> until == null || row.key().compareTo(until) <= 0)
                        .toList(),
                true);
        matching.stream().filter(Row::near).forEach(row -> add(Part.NEAR, row.key(), until));
        matching.stream().filter(row -> !row.near()).forEach(row -> add(Part.OTHER, row.key(), until));
        return until;
    }

    private void rest(Part part, @Nullable Key nearUntil) {
        Key from = part == Part.OTHER ? Objects.requireNonNullElse(nearUntil, Key.FIRST) : Key.FIRST;
        if (after != null && after.part() == part && from.compareTo(after.key()) < 0) {
            from = after.key();
        }
        boolean more = true;
        while (more && next == null) {
            if (reads == MOST_READS) {
                next = new DirectoryPlace(part, from, nearUntil);
                return;
            }
            reads++;
            List<Row> rows = words.rows(part == Part.DEACTIVATED, longest, from, ROWS);
            matching(rows, false).forEach(row -> add(part, row.key(), nearUntil));
            more = rows.size() == ROWS;
            from = more ? rows.getLast().key() : from;
        }
    }

    private void add(Part part, Key key, @Nullable Key nearUntil) {
        if (next != null || (after != null && !after.before(part, key))) {
            return;
        }
        if (places.size() == limit) {
            next = places.getLast();
        } else {
            places.add(new DirectoryPlace(part, key, nearUntil));
        }
    }

    /** Of every account the row of its first word that was found, where all the query's parts are found in it. */
    private List<Row> matching(List<Row> rows, boolean fromTheBeginning) {
        Set<UUID> seen = new HashSet<>();
        if (fromTheBeginning && beginnings.size() == 1) {
            return rows.stream().filter(row -> seen.add(row.account())).toList();
        }
        Set<UUID> accounts = new LinkedHashSet<>();
        rows.forEach(row -> accounts.add(row.account()));
        Map<UUID, TreeSet<String>> all = words.words(accounts);
        return rows.stream()
                .filter(row -> matches(row, all.getOrDefault(row.account(), new TreeSet<>())))
                .filter(row -> seen.add(row.account()))
                .toList();
    }

    private boolean matches(Row row, TreeSet<String> own) {
        return row.key().word().equals(own.ceiling(longest))
                && beginnings.stream().allMatch(beginning -> begins(own.ceiling(beginning), beginning));
    }

    private static boolean begins(@Nullable String word, String beginning) {
        return word != null && word.startsWith(beginning);
    }

    List<DirectoryPlace> places() {
        return places;
    }

    @Nullable DirectoryPlace next() {
        return next;
    }
}
