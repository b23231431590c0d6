package tidings.query.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import tidings.query.views.BinaryId;
import tidings.query.views.Placeholders;

/**
 * A statement over one {@link CandidateIndex}: it walks the index from the newest to the oldest and never sorts. Only
 * fixed text enters the SQL; every value is bound.
 */
final class CandidateStatement {

    private static final String READABLE = " JOIN channel_view c ON c.channel_id = e.channel_id"
            + " LEFT JOIN membership_view m ON m.channel_id = e.channel_id AND m.account_id = ?";
    private static final String MAY_READ = " AND (c.visibility = 'PUBLIC' OR m.account_id IS NOT NULL)"
            + " AND NOT EXISTS (SELECT 1 FROM ban_view b WHERE b.channel_id = e.channel_id AND b.account_id = ?)";
    private static final String ENTRY =
            " JOIN search_entry s ON s.channel_id = e.channel_id AND s.message_id = e.message_id";
    private static final String POSTING = "EXISTS (SELECT 1 FROM search_posting p WHERE p.token = ?"
            + " AND p.created_at = e.created_at AND p.channel_id = e.channel_id AND p.message_id = e.message_id)";
    private static final String REACTION =
            "EXISTS (SELECT 1 FROM reaction_view r WHERE r.channel_id = e.channel_id AND r.message_id = e.message_id)";
    private static final String THREAD = "EXISTS (SELECT 1 FROM message_view v WHERE v.message_id = e.message_id"
            + " AND v.channel_id = e.channel_id AND v.reply_count > 0)";

    private final StringBuilder tables;
    /** Then the index has no place for the channel behind the time. */
    private final boolean oneChannel;

    private final StringBuilder conditions = new StringBuilder();
    private final List<Object> tableArguments = new ArrayList<>();
    private final List<Object> arguments = new ArrayList<>();

    CandidateStatement(CandidateIndex index, long newest, long oldest) {
        oneChannel = index instanceof CandidateIndex.OfChannel;
        tables = new StringBuilder(
                switch (index) {
                    case CandidateIndex.OfToken ignored -> "search_posting e";
                    case CandidateIndex.OfChannel ignored -> "search_entry e FORCE INDEX (search_by_channel)";
                    case CandidateIndex.OfAuthor ignored -> "search_entry e FORCE INDEX (search_by_author)";
                    case CandidateIndex.OfEverything ignored -> "search_entry e FORCE INDEX (search_by_time)";
                });
        switch (index) {
            case CandidateIndex.OfToken token -> and("e.token = ?", token.token());
            case CandidateIndex.OfChannel channel -> and("e.channel_id = ?", BinaryId.of(channel.channel()));
            case CandidateIndex.OfAuthor author -> and("e.author_id = ?", BinaryId.of(author.author()));
            case CandidateIndex.OfEverything ignored -> {}
        }
        and("e.created_at <= ?", newest);
        and("e.created_at >= ?", oldest);
    }

    /** Messages that the asker may read, and that the filter and the scope let through as far as the views can tell. */
    CandidateStatement matching(SearchFilter filter, Scope scope) {
        tables.append(READABLE);
        tableArguments.add(BinaryId.of(scope.viewer()));
        and(MAY_READ.substring(" AND ".length()), BinaryId.of(scope.viewer()));
        boolean openWords =
                filter.wanted().stream().anyMatch(term -> !term.beginnings().isEmpty());
        if (openWords || !scope.authors().isEmpty() || !scope.notAuthors().isEmpty()) {
            tables.append(ENTRY);
        }
        in("e.channel_id", "IN", scope.channels());
        in("e.channel_id", "NOT IN", scope.notChannels());
        in("s.author_id", "IN", scope.authors());
        in("s.author_id", "NOT IN", scope.notAuthors());
        filter.wanted().forEach(this::has);
        filter.unwanted().stream()
                .filter(term -> !term.needsVerifying() && term.beginnings().isEmpty())
                .forEach(term -> term.tokens().forEach(token -> and("NOT " + POSTING, token)));
        filter.outside()
                .forEach(period -> and(
                        "NOT (e.created_at >= ? AND e.created_at < ?)",
                        period.from().toEpochMilli(),
                        period.until().toEpochMilli()));
        filter.has().all().forEach(trait -> trait("", trait));
        filter.has().none().forEach(trait -> trait("NOT ", trait));
        return this;
    }

    private void has(Term term) {
        term.tokens().forEach(token -> and(POSTING, token));
        term.beginnings().forEach(token -> and("CONCAT(' ', s.tokens) LIKE ?", "% " + token + "%"));
    }

    private void trait(String not, SearchFilter.Has has) {
        switch (has) {
            case LINK -> and(not + POSTING, Tokens.HAS_LINK);
            case REACTION -> and(not + REACTION);
            case THREAD -> and(not + THREAD);
        }
    }

    private void in(String column, String operator, Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            and(
                    column + " " + operator + " (" + Placeholders.list(ids.size()) + ")",
                    ids.stream().map(BinaryId::of).toArray());
        }
    }

    /** That match and older ones. */
    CandidateStatement from(SearchCursor.Match newest) {
        byte[] channel = BinaryId.of(newest.channel());
        and(
                "(e.created_at < ? OR (e.created_at = ? AND (e.channel_id < ? OR (e.channel_id = ? AND e.message_id <= ?))))",
                newest.createdAt(),
                newest.createdAt(),
                channel,
                channel,
                BinaryId.of(newest.message()));
        return this;
    }

    private void and(String condition, Object... values) {
        conditions.append(conditions.isEmpty() ? " WHERE " : " AND ").append(condition);
        arguments.addAll(List.of(values));
    }

    /** Of the first matches, the newest first. */
    String ofMatches() {
        return "SELECT STRAIGHT_JOIN e.created_at, e.channel_id, e.message_id FROM " + tables + conditions
                + " ORDER BY e.created_at DESC, " + (oneChannel ? "" : "e.channel_id DESC, ")
                + "e.message_id DESC LIMIT ?";
    }

    /** Of when the message was written that comes after so many newer ones. */
    String ofTimeAt() {
        return "SELECT e.created_at FROM " + tables + conditions + " ORDER BY e.created_at DESC LIMIT 1 OFFSET ?";
    }

    Object[] arguments(int number) {
        List<Object> all = new ArrayList<>(tableArguments);
        all.addAll(arguments);
        all.add(number);
        return all.toArray();
    }
}
