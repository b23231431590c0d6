package tidings.query.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tidings.query.projection.Rows;
import tidings.query.projection.ViewStore;
import tidings.query.views.BinaryId;
import tidings.query.views.Placeholders;
import tidings.query.views.ViewTables;

/** Entries whose tokens an older build made are analysed again, in the order of their key, a part per transaction. */
@Component
final class AnalysisStore {

    private static final int PART = 500;
    private static final UUID NOWHERE = new UUID(0, 0);
    private static final String EDIT = "UPDATE {search_entry} SET tokens = ? WHERE channel_id = ? AND message_id = ?";

    private final JdbcTemplate jdbc;
    private final ViewStore views;
    private final TransactionTemplate transaction;

    AnalysisStore(JdbcTemplate jdbc, ViewStore views, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.views = views;
        this.transaction = new TransactionTemplate(transactions);
    }

    private record Progress(int version, UUID channel, UUID message) {}

    /** The version of which all entries are, at least. */
    int version() {
        Integer version =
                jdbc.queryForObject("SELECT version FROM search_analysis WHERE name = 'entries'", Integer.class);
        return version == null ? 0 : version;
    }

    /** Rewrites the next part; several nodes take turns. Answers whether all entries are of the version now. */
    boolean advance(int version) {
        return Boolean.TRUE.equals(transaction.execute(ignored -> {
            Progress progress = locked();
            if (progress.version() >= version) {
                return true;
            }
            Map<UUID, SearchEntryStore.Entry> part = part(progress);
            if (part.isEmpty()) {
                move(new Progress(version, NOWHERE, NOWHERE));
                return true;
            }
            rewrite(part);
            SearchEntryStore.Key last = List.copyOf(part.values()).getLast().key();
            move(new Progress(progress.version(), last.channel(), last.message()));
            return false;
        }));
    }

    private Progress locked() {
        return jdbc.query(
                        "SELECT version, channel_id, message_id FROM search_analysis WHERE name = 'entries' FOR UPDATE",
                        (row, number) -> new Progress(
                                row.getInt(1), BinaryId.read(row.getBytes(2)), BinaryId.read(row.getBytes(3))))
                .getFirst();
    }

    private void move(Progress progress) {
        jdbc.update(
                "UPDATE search_analysis SET version = ?, channel_id = ?, message_id = ? WHERE name = 'entries'",
                progress.version(),
                BinaryId.of(progress.channel()),
                BinaryId.of(progress.message()));
    }

    private Map<UUID, SearchEntryStore.Entry> part(Progress progress) {
        Map<UUID, SearchEntryStore.Entry> part = new LinkedHashMap<>();
        byte[] channel = BinaryId.of(progress.channel());
        jdbc.query(
                "SELECT channel_id, message_id, created_at, tokens FROM search_entry WHERE channel_id >= ?"
                        + " AND (channel_id > ? OR message_id > ?) ORDER BY channel_id, message_id LIMIT ? FOR UPDATE",
                row -> {
                    SearchEntryStore.Key key =
                            new SearchEntryStore.Key(BinaryId.read(row.getBytes(1)), BinaryId.read(row.getBytes(2)));
                    part.put(key.message(), new SearchEntryStore.Entry(key, row.getLong(3), row.getString(4)));
                },
                channel,
                channel,
                BinaryId.of(progress.message()),
                PART);
        return part;
    }

    private void rewrite(Map<UUID, SearchEntryStore.Entry> part) {
        Rows edits = new Rows();
        PostingRows postings = new PostingRows();
        List<Object> ids = new ArrayList<>();
        part.keySet().forEach(id -> ids.add(BinaryId.of(id)));
        jdbc.query(
                "SELECT message_id, body FROM message_view WHERE message_id IN (" + Placeholders.list(ids.size()) + ")",
                row -> {
                    SearchEntryStore.Entry entry = part.get(BinaryId.read(row.getBytes(1)));
                    @Nullable String body = row.getString(2);
                    if (entry != null && body != null) {
                        byte[] channel = BinaryId.of(entry.key().channel());
                        byte[] message = BinaryId.of(entry.key().message());
                        String tokens = Tokens.ofMessage(body);
                        // all of the new ones, for entries of the full-text index have no postings at all
                        postings.replace(entry.tokens(), tokens, entry.createdAt(), channel, message);
                        postings.add(tokens, entry.createdAt(), channel, message);
                        edits.add(tokens, channel, message);
                    }
                },
                ids.toArray());
        views.send(edits, ViewTables.LIVE.sql(EDIT));
        postings.send(views, ViewTables.LIVE);
    }
}
