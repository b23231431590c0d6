package tidings.query.readmarker;

import java.util.List;
import java.util.OptionalLong;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tidings.query.projection.PositionUpdate;
import tidings.query.projection.Rows;
import tidings.query.projection.ViewStore;
import tidings.query.views.BinaryId;

/**
 * Read markers and the position they were read up to. A marker only ever rises, so that repeated, old or reordered
 * records change nothing; that is also why a position needs no comparison here.
 */
@Component
public final class ReadMarkerStore {

    private static final String RAISE = "INSERT INTO read_marker_view (account_id, channel_id, read_seq)"
            + " VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE read_seq = GREATEST(read_seq, VALUES(read_seq))";
    private static final String MOVE = "INSERT INTO read_marker_position (topic, partition_no, next_offset)"
            + " VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE next_offset = GREATEST(next_offset, VALUES(next_offset))";

    private final JdbcTemplate jdbc;
    private final ViewStore views;
    private final TransactionTemplate transaction;

    ReadMarkerStore(JdbcTemplate jdbc, ViewStore views, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.views = views;
        this.transaction = new TransactionTemplate(transactions);
    }

    public OptionalLong position(String topic, int partition) {
        return jdbc
                .queryForList(
                        "SELECT next_offset FROM read_marker_position WHERE topic = ? AND partition_no = ?",
                        Long.class,
                        topic,
                        partition)
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    public void raise(List<ReadMarker> markers, PositionUpdate update) {
        Rows raised = new Rows();
        markers.forEach(marker -> raised.add(
                BinaryId.of(marker.accountId().value()),
                BinaryId.of(marker.channelId().value()),
                marker.seq()));
        Rows moved = new Rows();
        update.moves().forEach(move -> moved.add(update.topic(), move.partition(), move.to()));
        transaction.executeWithoutResult(ignored -> {
            views.send(raised, RAISE);
            views.send(moved, MOVE);
        });
    }
}
