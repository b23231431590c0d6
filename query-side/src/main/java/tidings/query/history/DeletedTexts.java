package tidings.query.history;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import tidings.events.RecordedEvent;
import tidings.events.channel.ChannelEvent;
import tidings.events.channel.MessageId;
import tidings.query.projection.Rows;
import tidings.query.projection.ViewStore;
import tidings.query.views.BinaryId;
import tidings.query.views.ViewTables;

/**
 * Takes the text of deleted messages out of {@code channel_event}: the ids stay, the body is null, and {@code "erased":
 * true} says why. It reads where a message and its edits stand from the views as they were before the batch, and from the batch.
 */
final class DeletedTexts {

    private static final String MASK = "UPDATE {channel_event} SET data = JSON_REMOVE(JSON_SET(data,"
            + " '$.body', CAST('null' AS JSON), '$.erased', CAST('true' AS JSON)), '$.mentions', '$.forwardedFrom')"
            + " WHERE channel_id = ? AND seq = ?";
    private static final String WRITTEN_AT = "SELECT seq FROM {message_view} WHERE channel_id = ? AND message_id = ?"
            + " UNION ALL SELECT body_seq FROM {message_view} WHERE channel_id = ? AND message_id = ?"
            + " UNION ALL SELECT from_seq FROM {message_revision} WHERE channel_id = ? AND message_id = ?";

    private final JdbcTemplate jdbc;
    private final ViewStore store;

    DeletedTexts(JdbcTemplate jdbc, ViewStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    /** After the batch's events were recorded, before its changes reach the views of messages. */
    void mask(List<RecordedEvent<ChannelEvent>> events, ViewTables tables) {
        Map<MessageId, Set<Long>> writtenInBatch = new HashMap<>();
        Rows masked = new Rows();
        for (RecordedEvent<ChannelEvent> recorded : events) {
            switch (recorded.event()) {
                case ChannelEvent.MessagePosted posted -> note(writtenInBatch, posted.messageId(), recorded);
                case ChannelEvent.MessageImported imported -> note(writtenInBatch, imported.messageId(), recorded);
                case ChannelEvent.MessageEdited edited -> note(writtenInBatch, edited.messageId(), recorded);
                case ChannelEvent.MessageDeleted deleted -> {
                    byte[] channel = BinaryId.of(recorded.streamId());
                    Set<Long> places = writtenBefore(channel, deleted.messageId(), tables);
                    places.addAll(writtenInBatch.getOrDefault(deleted.messageId(), Set.of()));
                    places.forEach(seq -> masked.add(channel, seq));
                }
                case ChannelEvent.ChannelOpened ignored -> {}
                case ChannelEvent.MemberJoined ignored -> {}
                case ChannelEvent.MemberLeft ignored -> {}
                case ChannelEvent.ReactionAdded ignored -> {}
                case ChannelEvent.ReactionRemoved ignored -> {}
                case ChannelEvent.ChannelSetting ignored -> {}
                case ChannelEvent.MemberStanding ignored -> {}
                case ChannelEvent.Pinning ignored -> {}
            }
        }
        store.send(masked, tables.sql(MASK));
    }

    private static void note(
            Map<MessageId, Set<Long>> written, MessageId message, RecordedEvent<ChannelEvent> recorded) {
        written.computeIfAbsent(message, id -> new HashSet<>()).add(recorded.seq());
    }

    private Set<Long> writtenBefore(byte[] channel, MessageId messageId, ViewTables tables) {
        byte[] message = BinaryId.of(messageId.value());
        return new HashSet<>(jdbc.queryForList(
                tables.sql(WRITTEN_AT), Long.class, channel, message, channel, message, channel, message));
    }
}
