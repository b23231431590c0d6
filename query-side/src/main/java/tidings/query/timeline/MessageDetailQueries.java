package tidings.query.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tidings.events.account.AccountId;
import tidings.events.channel.MessageId;
import tidings.events.emoji.Emoji;
import tidings.query.views.BinaryId;
import tidings.query.views.Placeholders;

/** Reactions and earlier bodies of many messages at once. A deleted message shows neither. */
@Component
public final class MessageDetailQueries {

    static final int NAMED_REACTIONS = 20;
    private static final int MOST_REVISIONS = 10_000;

    private final JdbcTemplate jdbc;

    MessageDetailQueries(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** For each message its reactions, the emoji that was used first first. */
    public Map<MessageId, List<Reaction>> reactions(AccountId viewer, Collection<MessageView> messages) {
        Map<MessageId, Map<String, Gathered>> gathered = new HashMap<>();
        query(
                "SELECT channel_id, message_id, emoji, account_id, reacted_seq FROM reaction_view"
                        + " WHERE (channel_id, message_id) IN",
                "",
                messages,
                row -> gathered.computeIfAbsent(
                                new MessageId(BinaryId.read(row.getBytes(2))), ignored -> new HashMap<>())
                        .computeIfAbsent(Emoji.canonicalOrSame(row.getString(3)), ignored -> new Gathered())
                        .add(new Reacted(row.getLong(5), new AccountId(BinaryId.read(row.getBytes(4)))), viewer));
        Map<MessageId, List<Reaction>> reactions = new HashMap<>();
        gathered.forEach((message, byEmoji) -> reactions.put(
                message,
                byEmoji.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(Comparator.comparingLong(Gathered::first)))
                        .map(found -> found.getValue().reaction(found.getKey()))
                        .toList()));
        return reactions;
    }

    private record Reacted(long seq, AccountId account) {

        static final Comparator<Reacted> IN_ORDER = Comparator.comparingLong(Reacted::seq)
                .thenComparing(reacted -> reacted.account().value());
    }

    /** Sorts by itself: the database could only do so by a sort of all rows. */
    private static final class Gathered {

        private final TreeSet<Reacted> named = new TreeSet<>(Reacted.IN_ORDER);
        private final Set<AccountId> accounts = new HashSet<>();
        private boolean mine;

        /** An account that used two spellings of one emoji reacted once. */
        void add(Reacted reacted, AccountId viewer) {
            if (!accounts.add(reacted.account())) {
                return;
            }
            mine |= reacted.account().equals(viewer);
            named.add(reacted);
            if (named.size() > NAMED_REACTIONS) {
                named.removeLast();
            }
        }

        long first() {
            return named.getFirst().seq();
        }

        Reaction reaction(String emoji) {
            return new Reaction(
                    emoji,
                    accounts.size(),
                    mine,
                    named.stream().map(Reacted::account).toList());
        }
    }

    /** For each message its earlier bodies, the oldest first. */
    public Map<MessageId, List<Revision>> revisions(Collection<MessageView> messages) {
        Map<MessageId, List<Revision>> revisions = new HashMap<>();
        query(
                "SELECT channel_id, message_id, from_seq, body, written_at FROM message_revision"
                        + " WHERE (channel_id, message_id) IN",
                " ORDER BY channel_id, message_id, from_seq LIMIT " + MOST_REVISIONS,
                messages,
                row -> revisions
                        .computeIfAbsent(new MessageId(BinaryId.read(row.getBytes(2))), ignored -> new ArrayList<>())
                        .add(new Revision(row.getLong(3), row.getString(4), Instant.ofEpochMilli(row.getLong(5)))));
        return revisions;
    }

    private void query(
            String select,
            String order,
            Collection<MessageView> messages,
            org.springframework.jdbc.core.RowCallbackHandler each) {
        List<Object> keys = new ArrayList<>();
        messages.stream().filter(message -> !message.deleted()).distinct().forEach(message -> {
            keys.add(BinaryId.of(message.channelId().value()));
            keys.add(BinaryId.of(message.id().value()));
        });
        if (!keys.isEmpty()) {
            jdbc.query(select + " (" + Placeholders.pairs(keys.size() / 2) + ")" + order, each, keys.toArray());
        }
    }
}
