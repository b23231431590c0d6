package tidings.query.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import tidings.query.views.BinaryId;
import tidings.query.views.Placeholders;

/** Builds the one statement of a search. Only fixed text enters the SQL; every value is bound. */
final class SearchStatement {

    private static final String SELECT = "SELECT STRAIGHT_JOIN s.channel_id, s.message_id, s.created_at"
            + " FROM search_entry s JOIN channel_view c ON c.channel_id = s.channel_id"
            + " LEFT JOIN membership_view m ON m.channel_id = s.channel_id AND m.account_id = ?"
            + " WHERE (c.visibility = 'PUBLIC' OR m.account_id IS NOT NULL) AND NOT EXISTS (SELECT 1 FROM ban_view b"
            + " WHERE b.channel_id = s.channel_id AND b.account_id = ?)";
    private static final String ORDER = " ORDER BY s.created_at DESC, s.channel_id DESC, s.message_id DESC LIMIT ?";

    private final StringBuilder sql = new StringBuilder(SELECT);
    private final List<Object> arguments = new ArrayList<>();

    SearchStatement(UUID viewer) {
        arguments.add(BinaryId.of(viewer));
        arguments.add(BinaryId.of(viewer));
    }

    SearchStatement matching(SearchFilter filter) {
        TreeSet<String> operands = new TreeSet<>();
        filter.wanted().forEach(term -> term.tokens().forEach(token -> operands.add("+" + token)));
        if (!operands.isEmpty()) {
            filter.unwanted().stream()
                    .filter(term -> !term.needsVerifying())
                    .forEach(term -> term.tokens().forEach(token -> operands.add("-" + token)));
            and("MATCH (s.tokens) AGAINST (? IN BOOLEAN MODE)", String.join(" ", operands));
        }
        if (filter.before() != null) {
            and("s.created_at < ?", filter.before().toEpochMilli());
        }
        if (filter.after() != null) {
            and("s.created_at >= ?", filter.after().toEpochMilli());
        }
        filter.has().forEach(this::has);
        return this;
    }

    private void has(SearchFilter.Has has) {
        switch (has) {
            case LINK -> sql.append(" AND s.has_link");
            case REACTION ->
                sql.append(" AND EXISTS (SELECT 1 FROM reaction_view r"
                        + " WHERE r.channel_id = s.channel_id AND r.message_id = s.message_id)");
            case THREAD ->
                sql.append(" AND EXISTS (SELECT 1 FROM message_view v"
                        + " WHERE v.channel_id = s.channel_id AND v.seq = s.seq AND v.reply_count > 0)");
        }
    }

    SearchStatement within(Collection<UUID> channels) {
        return in("s.channel_id", channels);
    }

    SearchStatement by(Collection<UUID> authors) {
        return in("s.author_id", authors);
    }

    private SearchStatement in(String column, Collection<UUID> ids) {
        sql.append(" AND ")
                .append(column)
                .append(" IN (")
                .append(Placeholders.list(ids.size()))
                .append(')');
        ids.forEach(id -> arguments.add(BinaryId.of(id)));
        return this;
    }

    /** That match and older ones. */
    SearchStatement from(SearchCursor.Match newest) {
        byte[] channel = BinaryId.of(newest.channel());
        and(
                "(s.created_at < ? OR (s.created_at = ? AND (s.channel_id < ? OR (s.channel_id = ? AND s.message_id <= ?))))",
                newest.createdAt(),
                newest.createdAt(),
                channel,
                channel,
                BinaryId.of(newest.message()));
        return this;
    }

    private void and(String condition, Object... values) {
        sql.append(" AND ").append(condition);
        arguments.addAll(List.of(values));
    }

    String sql() {
        return sql + ORDER;
    }

    Object[] arguments(int limit) {
        List<Object> all = new ArrayList<>(arguments);
        all.add(limit);
        return all.toArray();
    }
}
