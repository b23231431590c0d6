package tidings.query.timeline;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tidings.events.RecordedEvent;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelEvent;
import tidings.events.channel.MessageId;
import tidings.events.emoji.Emoji;
import tidings.query.projection.Rows;
import tidings.query.projection.ViewStore;
import tidings.query.views.BinaryId;
import tidings.query.views.ViewTables;

/**
 * Reactions: of each (message, emoji, account) only its last event in the batch counts. Old events spell one emoji in
 * several ways; here each has one spelling, and a removal takes whatever spelling was kept before.
 */
final class ReactionRows {

    private static final String ADD = "INSERT INTO {reaction_view}"
            + " (channel_id, message_id, emoji, account_id, reacted_seq) VALUES (?, ?, ?, ?, ?)"
            + " ON DUPLICATE KEY UPDATE reacted_seq = VALUES(reacted_seq)";
    private static final String REMOVE =
            "DELETE FROM {reaction_view}" + " WHERE channel_id = ? AND message_id = ? AND emoji = ? AND account_id = ?";

    private static final String VARIATION_SELECTOR = "\uFE0F";

    private final ViewStore store;

    ReactionRows(ViewStore store) {
        this.store = store;
    }

    private record Reaction(UUID channel, MessageId message, String emoji, UUID account) {}

    private record Last(boolean added, long seq) {}

    void apply(List<RecordedEvent<ChannelEvent>> events, ViewTables tables) {
        Map<Reaction, Last> last = new LinkedHashMap<>();
        for (RecordedEvent<ChannelEvent> recorded : events) {
            switch (recorded.event()) {
                case ChannelEvent.ReactionAdded added ->
                    last.put(reaction(recorded, added.messageId(), added.emoji()), new Last(true, recorded.seq()));
                case ChannelEvent.ReactionRemoved removed ->
                    last.put(reaction(recorded, removed.messageId(), removed.emoji()), new Last(false, recorded.seq()));
                case ChannelEvent.ChannelOpened ignored -> {}
                case ChannelEvent.MemberJoined ignored -> {}
                case ChannelEvent.MemberLeft ignored -> {}
                case ChannelEvent.MessagePosted ignored -> {}
                case ChannelEvent.MessageImported ignored -> {}
                case ChannelEvent.MessageEdited ignored -> {}
                case ChannelEvent.MessageDeleted ignored -> {}
                case ChannelEvent.ChannelSetting ignored -> {}
                case ChannelEvent.MemberStanding ignored -> {}
                case ChannelEvent.Pinning ignored -> {}
            }
        }
        Rows additions = new Rows();
        Rows removals = new Rows();
        last.forEach((reaction, outcome) -> {
            byte[] channel = BinaryId.of(reaction.channel());
            byte[] message = BinaryId.of(reaction.message().value());
            byte[] account = BinaryId.of(reaction.account());
            if (outcome.added()) {
                additions.add(channel, message, reaction.emoji(), account, outcome.seq());
            } else {
                spellings(reaction.emoji()).forEach(spelling -> removals.add(channel, message, spelling, account));
            }
        });
        store.send(additions, tables.sql(ADD));
        store.send(removals, tables.sql(REMOVE));
    }

    private static Reaction reaction(RecordedEvent<ChannelEvent> recorded, MessageId message, String emoji) {
        @Nullable AccountId actor = recorded.actorId();
        if (actor == null) {
            throw new IllegalArgumentException("a reaction without an account");
        }
        return new Reaction(recorded.streamId(), message, Emoji.canonicalOrSame(emoji), actor.value());
    }

    private static Set<String> spellings(String canonical) {
        return new LinkedHashSet<>(List.of(canonical, canonical.replace(VARIATION_SELECTOR, "")));
    }
}
