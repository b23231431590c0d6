package tidings.query.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tidings.events.RecordedEvent;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelEvent;
import tidings.events.channel.Forwarded;
import tidings.events.channel.MessageId;
import tidings.query.projection.Rows;
import tidings.query.projection.ViewStore;
import tidings.query.views.BinaryId;
import tidings.query.views.ViewTables;

/** Inserts messages, counts replies at their parents, and keeps the tallies from which unread counts are made. */
final class NewMessages {

    private static final String INSERT = "INSERT INTO {message_view} (channel_id, seq, message_id, author_id, body,"
            + " body_seq, created_at, edited_at, reply_to, reply_count, thread_root, mentions, forwarded_channel_id,"
            + " forwarded_message_id, forwarded_author_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?)";
    private static final String COUNT_REPLIES =
            "UPDATE {message_view} SET reply_count = reply_count + ? WHERE channel_id = ? AND message_id = ?";
    private static final String TALLY = "INSERT INTO {message_tally} (channel_id, author_id, block, standing)"
            + " VALUES (?, ?, ?, ?) ON DUPLICATE KEY UPDATE standing = standing + VALUES(standing)";

    private final ViewStore store;

    NewMessages(ViewStore store) {
        this.store = store;
    }

    private record Block(UUID channel, UUID author, long block) {}

    void apply(List<RecordedEvent<ChannelEvent>> events, ViewTables tables) {
        List<NewMessage> messages = new ArrayList<>();
        for (RecordedEvent<ChannelEvent> recorded : events) {
            switch (recorded.event()) {
                case ChannelEvent.MessagePosted posted ->
                    messages.add(message(
                            recorded,
                            posted.messageId(),
                            posted.body(),
                            recorded.at(),
                            null,
                            posted.replyTo(),
                            MessageRelations.of(posted)));
                case ChannelEvent.MessageImported imported ->
                    messages.add(message(
                            recorded,
                            imported.messageId(),
                            imported.body(),
                            imported.writtenAt(),
                            imported.editedAt(),
                            imported.replyTo(),
                            MessageRelations.NONE));
                case ChannelEvent.ChannelOpened ignored -> {}
                case ChannelEvent.MemberJoined ignored -> {}
                case ChannelEvent.MemberLeft ignored -> {}
                case ChannelEvent.MessageEdited ignored -> {}
                case ChannelEvent.MessageDeleted ignored -> {}
                case ChannelEvent.ReactionAdded ignored -> {}
                case ChannelEvent.ReactionRemoved ignored -> {}
                case ChannelEvent.ChannelSetting ignored -> {}
                case ChannelEvent.MemberStanding ignored -> {}
                case ChannelEvent.Pinning ignored -> {}
            }
        }
        insert(messages, tables);
        countReplies(messages, tables);
        tally(messages, tables);
    }

    private static NewMessage message(
            RecordedEvent<ChannelEvent> recorded,
            MessageId id,
            String body,
            Instant createdAt,
            @Nullable Instant editedAt,
            @Nullable MessageId replyTo,
            MessageRelations relations) {
        AccountId author = recorded.actorId();
        if (author == null) {
            throw new IllegalArgumentException("a message without an author");
        }
        return new NewMessage(
                recorded.streamId(), recorded.seq(), id, author.value(), body, createdAt, editedAt, replyTo, relations);
    }

    private void insert(List<NewMessage> messages, ViewTables tables) {
        Rows rows = new Rows();
        for (NewMessage message : messages) {
            Forwarded forwarded = message.relations().forwardedFrom();
            rows.add(
                    BinaryId.of(message.channel()),
                    message.seq(),
                    BinaryId.of(message.id().value()),
                    BinaryId.of(message.author()),
                    message.body(),
                    message.seq(),
                    message.createdAt().toEpochMilli(),
                    message.editedAt() == null ? null : message.editedAt().toEpochMilli(),
                    idOf(message.replyTo()),
                    idOf(message.relations().threadRoot()),
                    MentionWords.write(message.relations().mentions()),
                    forwarded == null ? null : BinaryId.of(forwarded.channelId().value()),
                    forwarded == null ? null : BinaryId.of(forwarded.messageId().value()),
                    forwarded == null ? null : BinaryId.of(forwarded.authorId().value()));
        }
        store.send(rows, tables.sql(INSERT));
    }

    private static byte @Nullable [] idOf(@Nullable MessageId id) {
        return id == null ? null : BinaryId.of(id.value());
    }

    private void countReplies(List<NewMessage> messages, ViewTables tables) {
        Map<MessageKey, Integer> replies = new LinkedHashMap<>();
        for (NewMessage message : messages) {
            if (message.replyTo() != null) {
                replies.merge(new MessageKey(message.channel(), message.replyTo()), 1, Integer::sum);
            }
        }
        Rows rows = new Rows();
        replies.forEach((parent, count) -> rows.add(count, parent.channelKey(), parent.messageKey()));
        store.send(rows, tables.sql(COUNT_REPLIES));
    }

    private void tally(List<NewMessage> messages, ViewTables tables) {
        Map<Block, Integer> standing = new LinkedHashMap<>();
        for (NewMessage message : messages) {
            long block = Tally.blockOf(message.seq());
            standing.merge(new Block(message.channel(), message.author(), block), 1, Integer::sum);
            standing.merge(new Block(message.channel(), Tally.EVERYBODY, block), 1, Integer::sum);
        }
        Rows rows = new Rows();
        standing.forEach((block, count) ->
                rows.add(BinaryId.of(block.channel()), BinaryId.of(block.author()), block.block(), count));
        store.send(rows, tables.sql(TALLY));
    }
}
