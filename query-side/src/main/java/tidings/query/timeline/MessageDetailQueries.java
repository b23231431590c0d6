package tidings.query.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tidings.events.account.AccountId;
import tidings.events.channel.MessageId;
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
                "SELECT channel_id, message_id, emoji, account_id FROM reaction_view WHERE (channel_id, message_id) IN",
                " ORDER BY reacted_seq",
                messages,
                row -> gathered.computeIfAbsent(
                                new MessageId(BinaryId.read(row.getBytes(2))), ignored -> new LinkedHashMap<>())
                        .computeIfAbsent(row.getString(3), ignored -> new Gathered())
                        .add(new AccountId(BinaryId.read(row.getBytes(4))), viewer));
        Map<MessageId, List<Reaction>> reactions = new HashMap<>();
        gathered.forEach((message, byEmoji) -> {
            List<Reaction> list = new ArrayList<>();
            byEmoji.forEach((emoji, found) -> list.add(found.reaction(emoji)));
            reactions.put(message, list);
        });
        return reactions;
    }

    private static final class Gathered {

        private final List<AccountId> named = new ArrayList<>();
        private int count;
        private boolean mine;

        void add(AccountId account, AccountId viewer) {
            count++;
            mine |= account.equals(viewer);
            if (named.size() < NAMED_REACTIONS) {
                named.add(account);
            }
        }

        Reaction reaction(String emoji) {
            return new Reaction(emoji, count, mine, List.copyOf(named));
        }
    }

    /** For each message its earlier bodies, the oldest first. */
    public Map<MessageId, List<Revision>> revisions(Collection<MessageView> messages) {
        Map<MessageId, List<Revision>> revisions = new HashMap<>();
        query(
                "SELECT channel_id, message_id, from_seq, body, written_at FROM message_revision"
                        + " WHERE (channel_id, message_id) IN",
                " ORDER BY from_seq LIMIT " + MOST_REVISIONS,
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
