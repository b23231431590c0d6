package tidings.query.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tidings.query.projection.Rows;
import tidings.query.projection.ViewStore;
import tidings.query.views.ViewTables;

/** Postings of one batch, written in the order of their key: so a batch touches each page of the key once. */
final class PostingRows {

    private static final String ADD = "INSERT INTO {search_posting} (token, created_at, channel_id, message_id)"
            + " VALUES (?, ?, ?, ?) ON DUPLICATE KEY UPDATE token = VALUES(token)";
    private static final String REMOVE = "DELETE FROM {search_posting}"
            + " WHERE token = ? AND created_at = ? AND channel_id = ? AND message_id = ?";
    /** Bounds a statement: one message may have thousands of words. */
    private static final int MOST_ROWS = 10_000;

    private final List<Posting> added = new ArrayList<>();
    private final List<Posting> removed = new ArrayList<>();

    /** @param tokens with spaces between, as an entry keeps them */
    static Set<String> split(String tokens) {
        return tokens.isEmpty() ? Set.of() : Set.of(tokens.split(" "));
    }

    void add(String tokens, long createdAt, byte[] channel, byte[] message) {
        split(tokens).forEach(token -> added.add(new Posting(token, createdAt, channel, message)));
    }

    /** Only what differs is written. */
    void replace(String before, String after, long createdAt, byte[] channel, byte[] message) {
        Set<String> gone = split(before);
        Set<String> come = split(after);
        gone.stream()
                .filter(token -> !come.contains(token))
                .forEach(token -> removed.add(new Posting(token, createdAt, channel, message)));
        come.stream()
                .filter(token -> !gone.contains(token))
                .forEach(token -> added.add(new Posting(token, createdAt, channel, message)));
    }

    void send(ViewStore store, ViewTables tables) {
        send(store, removed, tables.sql(REMOVE));
        send(store, added, tables.sql(ADD));
    }

    private static void send(ViewStore store, List<Posting> postings, String sql) {
        postings.sort(Posting.ORDER);
        for (int from = 0; from < postings.size(); from += MOST_ROWS) {
            Rows rows = new Rows();
            postings.subList(from, Math.min(from + MOST_ROWS, postings.size()))
                    .forEach(posting ->
                            rows.add(posting.token(), posting.createdAt(), posting.channel(), posting.message()));
            store.send(rows, sql);
        }
    }
}
