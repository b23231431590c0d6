package tidings.query.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tidings.events.RecordedEvent;
import tidings.events.channel.ChannelEvent;
import tidings.events.channel.MessageId;
import tidings.query.projection.Rows;
import tidings.query.projection.ViewStore;
import tidings.query.views.BinaryId;
import tidings.query.views.ViewTables;

/**
 * Edits and deletions. Statements are batched in rounds, each with at most one change of a message, so that a message
 * changed twice in a batch keeps both bodies. A deletion leaves no body behind.
 */
final class MessageChanges {

    private static final String KEEP_BODY = "INSERT INTO {message_revision}"
            + " (channel_id, message_id, from_seq, to_seq, body, written_at, edited_at)"
            + " SELECT channel_id, message_id, body_seq, ?, body, COALESCE(edited_at, created_at), edited_at"
            + " FROM {message_view} WHERE channel_id = ? AND message_id = ? AND deleted_seq IS NULL";
    private static final String EDIT = "UPDATE {message_view} SET body = ?, mentions = ?, body_seq = ?, edited_at = ?"
            + " WHERE channel_id = ? AND message_id = ? AND deleted_seq IS NULL";
    private static final String DELETE = "UPDATE {message_view} SET body = NULL, deleted_at = ?, deleted_seq = ?"
            + " WHERE channel_id = ? AND message_id = ? AND deleted_seq IS NULL";
    private static final String FORGET_BODIES =
            "DELETE FROM {message_revision} WHERE channel_id = ? AND message_id = ?";
    private static final String UNCOUNT_REPLY = "UPDATE {message_view} parent JOIN {message_view} reply"
            + " ON parent.channel_id = reply.channel_id AND parent.message_id = reply.reply_to"
            + " SET parent.reply_count = parent.reply_count - 1"
            + " WHERE reply.channel_id = ? AND reply.message_id = ? AND reply.deleted_seq IS NULL";
    private static final String UNTALLY = "UPDATE {message_tally} tally JOIN {message_view} message"
            + " ON tally.channel_id = message.channel_id AND tally.block = message.seq DIV " + Tally.BLOCK
            + " AND tally.author_id IN (message.author_id, ?)"
            + " SET tally.standing = tally.standing - 1"
            + " WHERE message.channel_id = ? AND message.message_id = ? AND message.deleted_seq IS NULL";

    private final ViewStore store;

    MessageChanges(ViewStore store) {
        this.store = store;
    }

    void apply(List<RecordedEvent<ChannelEvent>> events, ViewTables tables) {
        List<Round> rounds = new ArrayList<>();
        Map<MessageId, Integer> seen = new HashMap<>();
        for (RecordedEvent<ChannelEvent> recorded : events) {
            switch (recorded.event()) {
                case ChannelEvent.MessageEdited edited ->
                    roundOf(edited.messageId(), seen, rounds).edit(recorded, edited);
                case ChannelEvent.MessageDeleted deleted ->
                    roundOf(deleted.messageId(), seen, rounds).delete(recorded, deleted);
                case ChannelEvent.ChannelOpened ignored -> {}
                case ChannelEvent.MemberJoined ignored -> {}
                case ChannelEvent.MemberLeft ignored -> {}
                case ChannelEvent.MessagePosted ignored -> {}
                case ChannelEvent.MessageImported ignored -> {}
                case ChannelEvent.ReactionAdded ignored -> {}
                case ChannelEvent.ReactionRemoved ignored -> {}
                case ChannelEvent.ChannelSetting ignored -> {}
                case ChannelEvent.MemberStanding ignored -> {}
                case ChannelEvent.Pinning ignored -> {}
            }
        }
        rounds.forEach(round -> round.send(tables));
    }

    private Round roundOf(MessageId id, Map<MessageId, Integer> seen, List<Round> rounds) {
        int number = seen.merge(id, 1, Integer::sum);
        if (rounds.size() < number) {
            rounds.add(new Round());
        }
        return rounds.get(number - 1);
    }

    private final class Round {

        private final Rows kept = new Rows();
        private final Rows edits = new Rows();
        private final Rows uncounted = new Rows();
        private final Rows untallied = new Rows();
        private final Rows deletions = new Rows();
        private final Rows forgotten = new Rows();

        void edit(RecordedEvent<ChannelEvent> recorded, ChannelEvent.MessageEdited edited) {
            byte[] channel = BinaryId.of(recorded.streamId());
            byte[] message = BinaryId.of(edited.messageId().value());
            kept.add(recorded.seq(), channel, message);
            edits.add(
                    edited.body(),
                    MentionWords.write(edited.mentions()),
                    recorded.seq(),
                    recorded.at().toEpochMilli(),
                    channel,
                    message);
        }

        void delete(RecordedEvent<ChannelEvent> recorded, ChannelEvent.MessageDeleted deleted) {
            byte[] channel = BinaryId.of(recorded.streamId());
            byte[] message = BinaryId.of(deleted.messageId().value());
            forgotten.add(channel, message);
            uncounted.add(channel, message);
            untallied.add(BinaryId.of(Tally.EVERYBODY), channel, message);
            deletions.add(recorded.at().toEpochMilli(), recorded.seq(), channel, message);
        }

        void send(ViewTables tables) {
            store.send(kept, tables.sql(KEEP_BODY));
            store.send(edits, tables.sql(EDIT));
            store.send(uncounted, tables.sql(UNCOUNT_REPLY));
            store.send(untallied, tables.sql(UNTALLY));
            store.send(deletions, tables.sql(DELETE));
            store.send(forgotten, tables.sql(FORGET_BODIES));
        }
    }
}
