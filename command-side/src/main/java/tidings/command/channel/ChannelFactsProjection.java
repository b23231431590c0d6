package tidings.command.channel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tidings.command.eventstore.AppendedEvent;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelEvent;
import tidings.events.channel.ChannelEvent.ReactionAdded;
import tidings.events.channel.ChannelEvent.ReactionRemoved;
import tidings.events.channel.MessageId;

/**
 * Writes what channels ask of the log, in the transaction of the events: reactions, edits, bans and names. Of each thing
 * only its last event in the batch counts. A batch without any of these events costs no statement.
 */
final class ChannelFactsProjection {

    private static final String ADD_REACTION =
            "INSERT INTO reaction (message_id, emoji, account_id, seq, added_at) VALUES (?,?,?,?,?)"
                    + " ON DUPLICATE KEY UPDATE seq = VALUES(seq), added_at = VALUES(added_at)";
    private static final String REMOVE_REACTION =
            "DELETE FROM reaction WHERE message_id = ? AND emoji = ? AND account_id = ?";
    private static final String EDIT =
            "INSERT INTO message_edit (message_id, seq) VALUES (?,?)" + " ON DUPLICATE KEY UPDATE seq = VALUES(seq)";
    private static final String BAN = "INSERT IGNORE INTO ban (channel_id, account_id) VALUES (?,?)";
    private static final String UNBAN = "DELETE FROM ban WHERE channel_id = ? AND account_id = ?";
    private static final String RENAME = "UPDATE channel SET name = ? WHERE channel_id = ?";

    private final Map<Object, Object[]> additions = new LinkedHashMap<>();
    private final Map<Object, Object[]> removals = new LinkedHashMap<>();
    private final Map<Object, Object[]> edits = new LinkedHashMap<>();
    private final Map<Object, Object[]> bans = new LinkedHashMap<>();
    private final Map<Object, Object[]> unbans = new LinkedHashMap<>();
    private final Map<Object, Object[]> names = new LinkedHashMap<>();

    private record Reaction(MessageId messageId, ByteBuffer emoji, AccountId accountId) {}

    private record Ban(String channelId, AccountId accountId) {}

    static void write(Connection connection, List<AppendedEvent> events) throws SQLException {
        ChannelFactsProjection facts = new ChannelFactsProjection();
        events.forEach(facts::add);
        facts.send(connection);
    }

    private void add(AppendedEvent event) {
        switch (event.event()) {
            case ReactionAdded added -> reacted(event, added.messageId(), added.emoji(), true);
            case ReactionRemoved removed -> reacted(event, removed.messageId(), removed.emoji(), false);
            case ChannelEvent.MessageEdited edited ->
                edits.put(edited.messageId(), new Object[] {bytes(edited.messageId()), event.seq()});
            case ChannelEvent.MemberBanned banned -> banned(new Ban(event.streamId(), banned.memberId()), bans, unbans);
            case ChannelEvent.MemberUnbanned unbanned ->
                banned(new Ban(event.streamId(), unbanned.memberId()), unbans, bans);
            case ChannelEvent.ChannelRenamed renamed ->
                names.put(event.streamId(), new Object[] {renamed.name(), event.streamId()});
            default -> {}
        }
    }

    private void reacted(AppendedEvent event, MessageId messageId, String emoji, boolean there) {
        byte[] text = emoji.getBytes(StandardCharsets.UTF_8);
        AccountId actor = AccountId.parse(event.actorId());
        Reaction reaction = new Reaction(messageId, ByteBuffer.wrap(text), actor);
        byte[] account = UuidBytes.bytes(actor.value());
        if (there) {
            removals.remove(reaction);
            additions.put(reaction, new Object[] {bytes(messageId), text, account, event.seq(), event.atMillis()});
        } else {
            additions.remove(reaction);
            removals.put(reaction, new Object[] {bytes(messageId), text, account});
        }
    }

    private static void banned(Ban ban, Map<Object, Object[]> now, Map<Object, Object[]> noMore) {
        noMore.remove(ban);
        now.put(ban, new Object[] {ban.channelId(), ban.accountId().toString()});
    }

    private void send(Connection connection) throws SQLException {
        send(connection, REMOVE_REACTION, removals);
        send(connection, ADD_REACTION, additions);
        send(connection, EDIT, edits);
        send(connection, UNBAN, unbans);
        send(connection, BAN, bans);
        send(connection, RENAME, names);
    }

    private static void send(Connection connection, String sql, Map<Object, Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Object[] row : rows.values()) {
                for (int i = 0; i < row.length; i++) {
                    statement.setObject(i + 1, row[i]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static byte[] bytes(MessageId messageId) {
        return UuidBytes.bytes(messageId.value());
    }
}
