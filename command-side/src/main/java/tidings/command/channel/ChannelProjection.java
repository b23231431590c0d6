package tidings.command.channel;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tidings.command.eventstore.AppendedEvent;
import tidings.command.eventstore.InlineProjection;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelEvent;
import tidings.events.channel.Role;

/**
 * Writes which channels there are, who belongs to them, and the {@linkplain ChannelFactsProjection facts} that channels ask
 * of the log, in the transaction of the events.
 */
final class ChannelProjection implements InlineProjection {

    /** A seq of joining only rises: one of a rejoin is later, and a change of role brings none. */
    private static final String UPSERT_MEMBERSHIP = "INSERT INTO membership (channel_id, account_id, role, joined_seq)"
            + " VALUES (?,?,?,?) ON DUPLICATE KEY UPDATE role = VALUES(role),"
            + " joined_seq = GREATEST(joined_seq, VALUES(joined_seq))";

    private static final long NOT_JOINED_HERE = -1;
    private static final String DELETE_MEMBERSHIP = "DELETE FROM membership WHERE channel_id = ? AND account_id = ?";
    private static final String INSERT_CHANNEL = "INSERT INTO channel (channel_id, visibility, name)"
            + " VALUES (?,?,?) ON DUPLICATE KEY UPDATE visibility = VALUES(visibility), name = VALUES(name)";

    private record MemberKey(String channelId, AccountId accountId) {}

    private record MemberRow(Role role, long joinedSeq) {

        MemberRow with(Role changed) {
            return new MemberRow(changed, joinedSeq);
        }
    }

    @Override
    public void project(Connection connection, List<AppendedEvent> events) throws SQLException {
        insertChannels(connection, events);
        writeMemberships(connection, events);
        ChannelFactsProjection.write(connection, events);
    }

    private static void insertChannels(Connection connection, List<AppendedEvent> events) throws SQLException {
        Map<String, ChannelEvent.ChannelOpened> opened = new LinkedHashMap<>();
        for (AppendedEvent event : events) {
            if (event.event() instanceof ChannelEvent.ChannelOpened channel) {
                opened.put(event.streamId(), channel);
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

    private static void writeMemberships(Connection connection, List<AppendedEvent> events) throws SQLException {
        Map<MemberKey, Optional<MemberRow>> last = new LinkedHashMap<>();
        for (AppendedEvent event : events) {
            if (event.event() instanceof ChannelEvent.MemberJoined joined) {
                last.put(
                        new MemberKey(event.streamId(), joined.memberId()),
                        Optional.of(new MemberRow(joined.role(), event.seq())));
            } else if (event.event() instanceof ChannelEvent.RoleChanged changed) {
                last.merge(
                        new MemberKey(event.streamId(), changed.memberId()),
                        Optional.of(new MemberRow(changed.role(), NOT_JOINED_HERE)),
                        (before, now) -> before.map(row -> row.with(changed.role())));
            } else if (event.event() instanceof ChannelEvent.MemberLeft left) {
                last.put(new MemberKey(event.streamId(), left.memberId()), Optional.empty());
            }
        }
        if (last.isEmpty()) {
            return;
        }
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT_MEMBERSHIP);
                PreparedStatement delete = connection.prepareStatement(DELETE_MEMBERSHIP)) {
            for (Map.Entry<MemberKey, Optional<MemberRow>> entry : last.entrySet()) {
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
