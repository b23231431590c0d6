package tidings.query.projection;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tidings.query.views.BinaryId;
import tidings.query.views.Placeholders;
import tidings.query.views.ViewTables;

/** The last applied seq of streams, and the streams that are blocked: what makes applying idempotent. */
@Component
final class StreamHeadStore {

    private static final int CHUNK = 1_000;

    private final JdbcTemplate jdbc;

    StreamHeadStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Unknown streams are left out. */
    Map<UUID, Long> of(ViewTables tables, Collection<UUID> streams) {
        Map<UUID, Long> heads = new HashMap<>();
        for (List<byte[]> chunk : chunks(streams)) {
            String ids = Placeholders.list(chunk.size());
            read(
                    heads,
                    tables.sql("SELECT channel_id, seq FROM {channel_view} WHERE channel_id IN (" + ids + ")"),
                    chunk);
            read(
                    heads,
                    tables.sql("SELECT account_id, seq FROM {account_view} WHERE account_id IN (" + ids + ")"),
                    chunk);
        }
        return heads;
    }

    Set<UUID> blocked(ViewTables tables, Collection<UUID> streams) {
        Map<UUID, Long> blocked = new HashMap<>();
        for (List<byte[]> chunk : chunks(streams)) {
            read(
                    blocked,
                    tables.sql("SELECT stream_id, at_seq FROM {blocked_stream} WHERE stream_id IN ("
                            + Placeholders.list(chunk.size()) + ") FOR SHARE"),
                    chunk);
        }
        return new HashSet<>(blocked.keySet());
    }

    private void read(Map<UUID, Long> into, String sql, List<byte[]> ids) {
        jdbc.query(
                sql,
                row -> {
                    into.put(BinaryId.read(row.getBytes(1)), row.getLong(2));
                },
                ids.toArray());
    }

    private static List<List<byte[]>> chunks(Collection<UUID> streams) {
        List<byte[]> ids = streams.stream().map(BinaryId::of).toList();
        return java.util.stream.IntStream.iterate(0, start -> start < ids.size(), start -> start + CHUNK)
                .mapToObj(start -> ids.subList(start, Math.min(start + CHUNK, ids.size())))
                .toList();
    }
}
