package tidings.command.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelEvent;
import tidings.events.channel.Role;

/** Writes events, and what is to be known of them in the same transaction: memberships and open channels. */
final class EventTable {

    private static final String INSERT_EVENTS =
            "INSERT INTO domain_event_entry (event_identifier, aggregate_identifier,"
                    + " sequence_number, type, payload_type, payload_revision, payload, meta_data, time_stamp, message_id,"
                    + " idempotency_key) VALUES (?,?,?,?,?,?,?,?,?,?,?)";
    /** A seq of joining only rises: one of a rejoin is later, and a change of role brings none. */
    private static final String UPSERT_MEMBERSHIP = "INSERT INTO membership (channel_id, account_id, role, joined_seq)"
            + " VALUES (?,?,?,?) ON DUPLICATE KEY UPDATE role = VALUES(role),"
            + " joined_seq = GREATEST(joined_seq, VALUES(joined_seq))";

    private static final long NOT_JOINED_HERE = -1;
    private static final String DELETE_MEMBERSHIP = "DELETE FROM membership WHERE channel_id = ? AND account_id = ?";
    private static final String INSERT_CHANNEL = "INSERT INTO channel (channel_id, visibility, name)"
            + " VALUES (?,?,?) ON DUPLICATE KEY UPDATE visibility = VALUES(visibility), name = VALUES(name)";

    private EventTable() {}

    private record Membership(String channelId, AccountId accountId) {}

    private record Standing(Role role, long joinedSeq) {

        Standing with(Role changed) {
            return new Standing(changed, joinedSeq);
        }
    }

    /**
     * Inserts the events by one statement, which takes all of them or none.
     *
     * @return their places in the log, in their order
     */
    static List<Long> insert(Connection connection, List<EventRow> rows) throws SQLException {
        List<Long> indices = new ArrayList<>(rows.size());
        try (PreparedStatement statement =
                connection.prepareStatement(INSERT_EVENTS, Statement.RETURN_GENERATED_KEYS)) {
            for (EventRow row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                while (keys.next()) {
                    indices.add(keys.getLong(1));
                }
            }
        }
        insertChannels(connection, rows);
        writeMemberships(connection, rows);
        AccountTables.write(connection, rows);
        ChannelFacts.write(connection, rows);
        return indices;
    }

    private static void bind(PreparedStatement statement, EventRow row) throws SQLException {
        statement.setString(1, row.eventId());
        statement.setString(2, row.streamId());
        statement.setLong(3, row.seq());
        statement.setString(4, row.streamType());
        statement.setString(5, row.payload().getType().getName());
        statement.setString(6, row.payload().getType().getRevision());
        statement.setBytes(7, row.payload().getData());
        statement.setBytes(8, row.metaData());
        statement.setLong(9, row.atMillis());
        statement.setBytes(10, row.messageId());
        statement.setBytes(11, row.idempotencyKey());
    }

    private static void insertChannels(Connection connection, List<EventRow> rows) throws SQLException {
        Map<String, ChannelEvent.ChannelOpened> opened = new LinkedHashMap<>();
        for (EventRow row : rows) {
            if (row.event() instanceof ChannelEvent.ChannelOpened event) {
                opened.put(row.streamId(), event);
            }
        }
        if (!opened.isEmpty()) {
            try (PreparedStatement statement = connection.prepareStatement(INSERT_CHANNEL)) {
                for (Map.Entry<String, ChannelEvent.ChannelOpened> channel : opened.entrySet()) {
                    statement.setString(1, channel.getKey());
                    statement.setString(2, channel.getValue().visibility().name());
                    statement.setString(3, channel.getValue().name());
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        }
    }

    private static void writeMemberships(Connection connection, List<EventRow> rows) throws SQLException {
        Map<Membership, Optional<Standing>> last = new LinkedHashMap<>();
        for (EventRow row : rows) {
            if (row.event() instanceof ChannelEvent.MemberJoined joined) {
                last.put(
                        new Membership(row.streamId(), joined.memberId()),
                        Optional.of(new Standing(joined.role(), row.seq())));
            } else if (row.event() instanceof ChannelEvent.RoleChanged changed) {
                last.merge(
                        new Membership(row.streamId(), changed.memberId()),
                        Optional.of(new Standing(changed.role(), NOT_JOINED_HERE)),
                        (before, now) -> before.map(standing -> standing.with(changed.role())));
            } else if (row.event() instanceof ChannelEvent.MemberLeft left) {
                last.put(new Membership(row.streamId(), left.memberId()), Optional.empty());
            }
        }
        if (last.isEmpty()) {
            return;
        }
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT_MEMBERSHIP);
                PreparedStatement delete = connection.prepareStatement(DELETE_MEMBERSHIP)) {
            for (Map.Entry<Membership, Optional<Standing>> entry : last.entrySet()) {
                PreparedStatement statement = entry.getValue().isPresent() ? upsert : delete;
                statement.setString(1, entry.getKey().channelId());
                statement.setString(2, entry.getKey().accountId().toString());
                if (entry.getValue().isPresent()) {
                    statement.setString(3, entry.getValue().get().role().name());
                    statement.setLong(4, entry.getValue().get().joinedSeq());
                }
                statement.addBatch();
            }
            upsert.executeBatch();
            delete.executeBatch();
        }
    }
}
