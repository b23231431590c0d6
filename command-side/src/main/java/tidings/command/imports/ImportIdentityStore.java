package tidings.command.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which of our ids stands for which thing of another system. */
final class ImportIdentityStore {

    private final JdbcTemplate jdbc;
    private final JdbcClient client;

    ImportIdentityStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
    }

    enum Kind {
        ACCOUNT,
        CHANNEL
    }

    /** @param recorded whether the thing's first event is known to be in the log */
    record Identity(UUID id, boolean recorded) {}

    /** The identity of each thing; what has none gets one. Of concurrent calls, on any nodes, all get the same. */
    Map<String, Identity> claim(String source, Kind kind, Collection<String> sourceIds, Supplier<UUID> newIds) {
        Map<String, Identity> known = find(source, kind, sourceIds);
        List<Object[]> rows = new ArrayList<>();
        sourceIds.stream()
                .distinct()
                .sorted()
                .filter(sourceId -> !known.containsKey(sourceId))
                .forEach(sourceId -> rows.add(new Object[] {
                    source, kind.name(), sourceId, newIds.get().toString()
                }));
        if (rows.isEmpty()) {
            return known;
        }
        jdbc.batchUpdate(
                "INSERT IGNORE INTO import_identity (source, kind, source_id, id, recorded) VALUES (?, ?, ?, ?, FALSE)",
                rows);
        return find(source, kind, sourceIds);
    }

    private Map<String, Identity> find(String source, Kind kind, Collection<String> sourceIds) {
        Map<String, Identity> found = new HashMap<>();
        if (!sourceIds.isEmpty()) {
            client.sql("SELECT source_id, id, recorded FROM import_identity"
                            + " WHERE source = :source AND kind = :kind AND source_id IN (:ids)")
                    .param("source", source)
                    .param("kind", kind.name())
                    .param("ids", sourceIds)
                    .query(row -> {
                        found.put(row.getString(1), new Identity(UUID.fromString(row.getString(2)), row.getBoolean(3)));
                    });
        }
        return found;
    }

    void markRecorded(String source, Kind kind, Collection<String> sourceIds) {
        if (!sourceIds.isEmpty()) {
            client.sql("UPDATE import_identity SET recorded = TRUE"
                            + " WHERE source = :source AND kind = :kind AND source_id IN (:ids)")
                    .param("source", source)
                    .param("kind", kind.name())
                    .param("ids", sourceIds)
                    .update();
        }
    }
}
