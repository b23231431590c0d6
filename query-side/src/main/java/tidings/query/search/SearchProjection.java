package tidings.query.search;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tidings.events.RecordedEvent;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelEvent;
import tidings.events.channel.MessageId;
import tidings.query.projection.EventBatch;
import tidings.query.projection.Projection;
import tidings.query.projection.Rows;
import tidings.query.projection.ViewStore;
import tidings.query.views.BinaryId;
import tidings.query.views.ViewTables;

/** The search index follows the present bodies; of each message only its last event in the batch counts. */
@Component
final class SearchProjection implements Projection {

    private static final String INSERT = "INSERT INTO {search_entry}"
            + " (channel_id, message_id, seq, author_id, created_at, has_link, tokens) VALUES (?, ?, ?, ?, ?, ?, ?)";
    private static final String EDIT =
            "UPDATE {search_entry} SET has_link = ?, tokens = ? WHERE channel_id = ? AND message_id = ?";
    private static final String DELETE = "DELETE FROM {search_entry} WHERE channel_id = ? AND message_id = ?";

    private final ViewStore store;
    private final SearchEntryStore entries;

    SearchProjection(ViewStore store, SearchEntryStore entries) {
        this.store = store;
        this.entries = entries;
    }

    @Override
    public void apply(EventBatch batch, ViewTables tables) {
        Map<MessageId, Change> changes = new LinkedHashMap<>();
        for (RecordedEvent<ChannelEvent> recorded : batch.of(ChannelEvent.class)) {
            long at = recorded.at().toEpochMilli();
            switch (recorded.event()) {
                case ChannelEvent.MessagePosted event ->
                    changes.put(event.messageId(), new Change(recorded, true, at, event.body()));
                case ChannelEvent.MessageImported event ->
                    changes.put(
                            event.messageId(),
                            new Change(recorded, true, event.writtenAt().toEpochMilli(), event.body()));
                case ChannelEvent.MessageEdited event ->
                    changes.merge(event.messageId(), new Change(recorded, false, at, event.body()), Change::followedBy);
                case ChannelEvent.MessageDeleted event ->
                    changes.merge(event.messageId(), new Change(recorded, false, at, null), Change::followedBy);
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
        write(changes, tables);
    }

    private void write(Map<MessageId, Change> changes, ViewTables tables) {
        Map<SearchEntryStore.Key, SearchEntryStore.Entry> before = entries.locked(
                tables,
                changes.entrySet().stream()
                        .filter(change -> !change.getValue().isNew())
                        .map(change -> change.getValue().key(change.getKey()))
                        .toList());
        Written written = new Written(new Rows(), new Rows(), new Rows(), new PostingRows());
        changes.forEach((message, change) -> {
            SearchEntryStore.Key key = change.key(message);
            if (change.isNew()) {
                change.insert(key, written);
            } else if (before.containsKey(key)) {
                change.replace(before.get(key), written);
            }
        });
        store.send(written.inserts(), tables.sql(INSERT));
        store.send(written.edits(), tables.sql(EDIT));
        store.send(written.deletions(), tables.sql(DELETE));
        written.postings().send(store, tables);
    }

    private record Written(Rows inserts, Rows edits, Rows deletions, PostingRows postings) {}

    /**
     * @param first the message's first event in this batch
     * @param isNew whether that event made it
     * @param body null when it is deleted at the end
     */
    private record Change(
            RecordedEvent<ChannelEvent> first,
            boolean isNew,
            long createdAt,
            @Nullable String body) {

        Change followedBy(Change next) {
            return new Change(first, isNew, createdAt, next.body());
        }

        SearchEntryStore.Key key(MessageId message) {
            return new SearchEntryStore.Key(first.streamId(), message.value());
        }

        void insert(SearchEntryStore.Key key, Written written) {
            if (body != null) {
                byte[] channel = BinaryId.of(key.channel());
                byte[] message = BinaryId.of(key.message());
                String tokens = Tokens.ofMessage(body);
                written.inserts().add(channel, message, first.seq(), author(), createdAt, hasLink(body), tokens);
                written.postings().add(tokens, createdAt, channel, message);
            }
        }

        void replace(SearchEntryStore.Entry before, Written written) {
            byte[] channel = BinaryId.of(before.key().channel());
            byte[] message = BinaryId.of(before.key().message());
            String tokens = body == null ? "" : Tokens.ofMessage(body);
            if (body == null) {
                written.deletions().add(channel, message);
            } else {
                written.edits().add(hasLink(body), tokens, channel, message);
            }
            written.postings().replace(before.tokens(), tokens, before.createdAt(), channel, message);
        }

        private static boolean hasLink(String body) {
            return Tokens.LINK.matcher(body).find();
        }

        private byte[] author() {
            AccountId author = first.actorId();
            if (author == null) {
                throw new IllegalArgumentException("a message without an author");
            }
            return BinaryId.of(author.value());
        }
    }
}
