package tidings.query.search;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tidings.query.views.BinaryId;

/** Reads messages that may match from indexes that have the order of time. */
@Component
final class CandidateQueries {

    private static final String NEXT_TOKEN =
            "SELECT token FROM search_posting WHERE token >= ? AND token < ? ORDER BY token LIMIT 1";
    /** Sorts after every letter and digit. */
    private static final String AFTER_ALL = "{";

    private final JdbcTemplate jdbc;

    CandidateQueries(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** When the message was written that comes after {@code offset} newer ones; empty when there are no more. */
    OptionalLong timeAt(CandidateIndex index, long newest, long oldest, int offset) {
        CandidateStatement statement = new CandidateStatement(index, newest, oldest);
        return jdbc.queryForList(statement.ofTimeAt(), Long.class, statement.arguments(offset)).stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /** What a search may find: from {@code start} on, but not before {@code oldest}; the newest first. */
    List<SearchCursor.Match> matches(
            CandidateIndex index, SearchCursor.Match start, long oldest, SearchFilter filter, Scope scope, int limit) {
        CandidateStatement statement = new CandidateStatement(index, start.createdAt(), oldest)
                .from(start)
                .matching(filter, scope);
        return jdbc.query(
                statement.ofMatches(),
                (row, number) -> new SearchCursor.Match(
                        row.getLong(1), BinaryId.read(row.getBytes(2)), BinaryId.read(row.getBytes(3))),
                statement.arguments(limit));
    }

    /** The tokens that begin like this, one more than asked for when there are more; each costs one look at the key. */
    List<String> tokensBeginning(String beginning, int limit) {
        List<String> tokens = new ArrayList<>();
        String from = beginning;
        String end = beginning + AFTER_ALL;
        while (tokens.size() <= limit) {
            List<String> next = jdbc.query(NEXT_TOKEN, (row, number) -> row.getString(1), from, end);
            if (next.isEmpty()) {
                break;
            }
            tokens.add(next.getFirst());
            // no token has a character below the digits, so this is the least that comes after it
            from = next.getFirst() + "!";
        }
        return tokens;
    }
}
