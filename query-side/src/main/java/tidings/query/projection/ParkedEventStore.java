package tidings.query.projection;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tidings.events.log.LogEvent;
import tidings.events.log.Origin;
import tidings.events.log.UnreadableRecord;
import tidings.query.views.BinaryId;
import tidings.query.views.ViewTables;

/**
 * Where poison goes. The stream of a parked event is blocked: its later events are parked too, because applying them
 * would skip a fact. Other streams flow. A replay by a build that can read the event heals it.
 */
@Component
public final class ParkedEventStore {

    private static final Logger LOG = LoggerFactory.getLogger(ParkedEventStore.class);
    private static final int REASON_LENGTH = 1_000;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    ParkedEventStore(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How many records are parked: an alarm as long as it is not 0. */
    public long count() {
        Long count = jdbc.queryForObject("SELECT COUNT(*) FROM parked_event", Long.class);
        return count == null ? 0 : count;
    }

    /** A stream that is blocked, by its event {@code atSeq}; {@code events} of it are parked. */
    public record Blocked(UUID streamId, long atSeq, String reason, long blockedAt, long events) {}

    /** Blocked streams, in no order of meaning; at most {@code limit}. */
    public List<Blocked> blocked(int limit) {
        return jdbc.query(
                "SELECT b.stream_id, b.at_seq, b.reason, b.blocked_at, (SELECT COUNT(*) FROM parked_event p"
                        + " WHERE p.stream_id = b.stream_id) FROM blocked_stream b ORDER BY b.stream_id LIMIT ?",
                (row, number) -> new Blocked(
                        BinaryId.read(row.getBytes(1)),
                        row.getLong(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getLong(5)),
                limit);
    }

    /** Where the parked records of a stream were read, in order. */
    public List<Origin> origins(ViewTables tables, UUID streamId) {
        return jdbc.query(
                tables.sql(
                        "SELECT topic, partition_no, record_offset FROM {parked_event} FORCE INDEX (parked_of_stream)"
                                + " WHERE stream_id = ? ORDER BY seq"),
                (row, number) -> new Origin(row.getString(1), row.getInt(2), row.getLong(3)),
                BinaryId.of(streamId));
    }

    /** In the caller's transaction: the stream is as if nothing had been parked; others that project it wait. */
    void release(ViewTables tables, UUID streamId, int expected) {
        byte[] id = BinaryId.of(streamId);
        jdbc.queryForList(
                tables.sql("SELECT at_seq FROM {blocked_stream} WHERE stream_id = ? FOR UPDATE"), Long.class, id);
        int released = jdbc.update(tables.sql("DELETE FROM {parked_event} WHERE stream_id = ?"), id);
        if (released != expected) {
            throw new PositionMovedException(released + " events of " + streamId + " are parked now, not " + expected);
        }
        jdbc.update(tables.sql("DELETE FROM {blocked_stream} WHERE stream_id = ?"), id);
    }

    /** Parks a failed event as poison, and with it what follows it. */
    void park(ViewTables tables, FailedEvent failed) {
        park(tables, unprojectable(failed.event(), ErrorClassifier.reason(failed.refusal())));
        failed.later().forEach(later -> park(tables, later, "its stream is blocked"));
    }

    void park(ViewTables tables, UnreadableRecord poison) {
        LOG.warn(
                "ALARM parked an event that cannot be projected: stream {} seq {} type {} at {}: {}",
                poison.streamId(),
                poison.seq(),
                poison.type(),
                poison.origin(),
                poison.reason());
        insert(tables, poison);
        if (poison.streamId() != null) {
            jdbc.update(
                    tables.sql("INSERT IGNORE INTO {blocked_stream} (stream_id, at_seq, reason, blocked_at)"
                            + " VALUES (?, ?, ?, ?)"),
                    BinaryId.of(poison.streamId()),
                    poison.seq() == null ? -1 : poison.seq(),
                    shortened(poison.reason()),
                    clock.millis());
        }
    }

    void park(ViewTables tables, LogEvent event, String reason) {
        UUID streamId = event.recorded().streamId();
        LOG.debug("parked seq {} of {}: {}", event.recorded().seq(), streamId, reason);
        insert(tables, unprojectable(event, reason));
    }

    static UnreadableRecord unprojectable(LogEvent event, String reason) {
        return new UnreadableRecord(
                event.origin(),
                event.recorded().streamId(),
                event.recorded().seq(),
                event.type().name(),
                reason,
                event.json().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private void insert(ViewTables tables, UnreadableRecord poison) {
        jdbc.update(
                tables.sql("INSERT IGNORE INTO {parked_event}"
                        + " (topic, partition_no, record_offset, stream_id, seq, type, reason, payload, parked_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                poison.origin().topic(),
                poison.origin().partition(),
                poison.origin().offset(),
                BinaryId.ofNullable(poison.streamId()),
                poison.seq(),
                poison.type(),
                shortened(poison.reason()),
                poison.payload(),
                clock.millis());
    }

    private static String shortened(String reason) {
        return reason.length() <= REASON_LENGTH ? reason : reason.substring(0, REASON_LENGTH);
    }
}
