package tidings.query.projection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tidings.query.views.Placeholders;
import tidings.query.views.ViewTables;

/** Up to where of each partition the views are built. The views' own memory decides, never Kafka's committed offsets. */
@Component
public final class PositionStore {

    private final JdbcTemplate jdbc;

    PositionStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The next offset to read, or empty where nothing was read yet. */
    public OptionalLong find(ViewTables tables, String topic, int partition) {
        return jdbc
                .queryForList(
                        tables.sql(
                                "SELECT next_offset FROM {projection_position} WHERE topic = ? AND partition_no = ?"),
                        Long.class,
                        topic,
                        partition)
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /** Sets the first position of a partition; one that exists already stays. */
    public void begin(ViewTables tables, String topic, int partition, long offset) {
        jdbc.update(
                tables.sql(
                        "INSERT IGNORE INTO {projection_position} (topic, partition_no, next_offset) VALUES (?, ?, ?)"),
                topic,
                partition,
                offset);
    }

    /**
     * Compares and sets, in the caller's transaction; the rows stay locked until it ends, so that two owners of one
     * partition can never interleave.
     *
     * @throws PositionMovedException when a position is not where the caller believes it
     */
    void advance(ViewTables tables, PositionUpdate update) {
        if (update.moves().isEmpty()) {
            return;
        }
        Map<Integer, Long> present = locked(tables, update);
        for (PositionUpdate.Move move : update.moves()) {
            Long next = present.get(move.partition());
            if (next == null || next != move.from()) {
                throw new PositionMovedException(
                        update.topic() + "-" + move.partition() + " stands at " + next + ", not at " + move.from());
            }
        }
        jdbc.batchUpdate(
                tables.sql("INSERT INTO {projection_position} (topic, partition_no, next_offset) VALUES (?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE next_offset = VALUES(next_offset)"),
                update.moves().stream()
                        .map(move -> new Object[] {update.topic(), move.partition(), move.to()})
                        .toList());
    }

    private Map<Integer, Long> locked(ViewTables tables, PositionUpdate update) {
        List<Integer> partitions = update.moves().stream()
                .map(PositionUpdate.Move::partition)
                .sorted()
                .toList();
        Map<Integer, Long> present = new HashMap<>();
        jdbc.query(
                tables.sql("SELECT partition_no, next_offset FROM {projection_position} WHERE topic = ?"
                        + " AND partition_no IN (" + Placeholders.list(partitions.size())
                        + ") ORDER BY partition_no FOR UPDATE"),
                row -> {
                    present.put(row.getInt(1), row.getLong(2));
                },
                Placeholders.arguments(update.topic(), partitions));
        return present;
    }
}
