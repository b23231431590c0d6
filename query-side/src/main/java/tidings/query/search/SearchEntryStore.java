package tidings.query.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tidings.query.views.BinaryId;
import tidings.query.views.Placeholders;
import tidings.query.views.ViewTables;

/** Reads entries that are about to be changed, and keeps them from others until the caller's transaction ends. */
@Component
final class SearchEntryStore {

    private static final int CHUNK = 1_000;

    private final JdbcTemplate jdbc;

    SearchEntryStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    record Key(UUID channel, UUID message) {}

    /** @param tokens with spaces between */
    record Entry(Key key, long createdAt, String tokens) {}

    /** Those of the messages that have an entry. */
    Map<Key, Entry> locked(ViewTables tables, Collection<Key> keys) {
        Map<Key, Entry> entries = new HashMap<>();
        List<Key> all = List.copyOf(keys);
        for (int from = 0; from < all.size(); from += CHUNK) {
            List<Key> chunk = all.subList(from, Math.min(from + CHUNK, all.size()));
            List<Object> arguments = new ArrayList<>();
            chunk.forEach(key -> {
                arguments.add(BinaryId.of(key.channel()));
                arguments.add(BinaryId.of(key.message()));
            });
            jdbc.query(
                    tables.sql("SELECT channel_id, message_id, created_at, tokens FROM {search_entry}"
                            + " WHERE (channel_id, message_id) IN (" + Placeholders.pairs(chunk.size())
                            + ") FOR UPDATE"),
                    row -> {
                        Key key = new Key(BinaryId.read(row.getBytes(1)), BinaryId.read(row.getBytes(2)));
                        entries.put(key, new Entry(key, row.getLong(3), row.getString(4)));
                    },
                    arguments.toArray());
        }
        return entries;
    }
}
