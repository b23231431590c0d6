package tidings.command.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Writes events into the log. */
final class EventTable {

    private static final String INSERT_EVENTS =
            "INSERT INTO domain_event_entry (event_identifier, aggregate_identifier,"
                    + " sequence_number, type, payload_type, payload_revision, payload, meta_data, time_stamp, message_id,"
                    + " idempotency_key) VALUES (?,?,?,?,?,?,?,?,?,?,?)";

    private EventTable() {}

    /**
     * Inserts the events by one statement, which takes all of them or none.
     *
     * @return their places in the log, in their order
     */
    static List<Long> insert(Connection connection, List<AppendedEvent> events) throws SQLException {
        List<Long> indices = new ArrayList<>(events.size());
        try (PreparedStatement statement =
                connection.prepareStatement(INSERT_EVENTS, Statement.RETURN_GENERATED_KEYS)) {
            for (AppendedEvent event : events) {
                bind(statement, event);
                statement.addBatch();
            }
            statement.executeBatch();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                while (keys.next()) {
                    indices.add(keys.getLong(1));
                }
            }
        }
        return indices;
    }

    private static void bind(PreparedStatement statement, AppendedEvent event) throws SQLException {
        statement.setString(1, event.message().getIdentifier());
        statement.setString(2, event.streamId());
        statement.setLong(3, event.seq());
        statement.setString(4, event.message().getType());
        statement.setString(5, event.payload().getType().getName());
        statement.setString(6, event.payload().getType().getRevision());
        statement.setBytes(7, event.payload().getData());
        statement.setBytes(8, event.metaData());
        statement.setLong(9, event.atMillis());
        statement.setBytes(10, event.keys().messageId());
        statement.setBytes(11, event.keys().idempotencyKey());
    }
}
