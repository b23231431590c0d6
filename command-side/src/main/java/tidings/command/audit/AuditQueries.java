package tidings.command.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tidings.events.EventHeaders;
import tools.jackson.databind.json.JsonMapper;

/** The administrative acts, as the log has them. They hold no message and no credential. */
@Component
final class AuditQueries {

    static final int MAX_PAGE = 500;

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.builder().build();

    AuditQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The acts after an id, oldest first. */
    List<AuditEntry> after(long id, int limit) {
        return jdbc.sql(
                        "SELECT a.entry_id, e.payload_type, e.aggregate_identifier, e.meta_data, e.time_stamp, e.payload"
                                + " FROM audit_entry a JOIN domain_event_entry e"
                                + " ON e.aggregate_identifier = a.aggregate_identifier AND e.sequence_number = a.sequence_number"
                                + " WHERE a.entry_id > ? ORDER BY a.entry_id LIMIT ?")
                .params(id, limit)
                .query((row, n) -> new AuditEntry(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        json.readTree(row.getBytes(4))
                                .path(EventHeaders.ACTOR_ID_METADATA)
                                .asStringOpt()
                                .orElse(null),
                        Instant.ofEpochMilli(row.getLong(5)),
                        json.readTree(new String(row.getBytes(6), StandardCharsets.UTF_8))))
                .list();
    }
}
