package tidings.query.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tidings.events.account.AccountId;
import tidings.query.fixture.QueryNode;
import tidings.query.projection.Rows;
import tidings.query.projection.ViewStore;
import tidings.query.views.BinaryId;
import tidings.query.views.ViewTables;

/**
 * Very many messages in the views, and an own account of which words stand in how many of those that everybody may read.
 * They come into the tables by the shortest way; only the tokens are made as the projection makes them.
 */
final class GeneratedMessages {

    static final int COUNT = Integer.getInteger("tidings.volume", 300_000);
    private static final int PART = 25_000;
    private static final int CHANNELS = 12;
    private static final int HIDDEN = 4;
    private static final long START = 1_700_000_000_000L;
    private static final String MESSAGE = "INSERT INTO message_view (channel_id, seq, message_id, author_id, body,"
            + " body_seq, created_at, reply_count) VALUES (?, ?, ?, ?, ?, ?, ?, 0)";
    private static final String ENTRY = "INSERT INTO search_entry"
            + " (channel_id, message_id, seq, author_id, created_at, has_link, tokens) VALUES (?, ?, ?, ?, ?, FALSE, ?)";

    private final SplittableRandom random = new SplittableRandom(42);
    private final ViewStore store;
    private final TransactionTemplate transaction;
    private final JdbcTemplate jdbc;
    private final List<UUID> channels = new ArrayList<>();
    private final List<UUID> authors = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();

    GeneratedMessages(QueryNode node) {
        this.store = node.bean(ViewStore.class);
        this.jdbc = node.jdbc();
        this.transaction =
                new TransactionTemplate(node.bean(org.springframework.transaction.PlatformTransactionManager.class));
    }

    /** How many readable messages have the word. */
    int count(String word) {
        return counts.getOrDefault(word, 0);
    }

    UUID channel() {
        return channels.getLast();
    }

    /** Every message of this author has a number that the author's divides. */
    AccountId author() {
        return new AccountId(authors.getFirst());
    }

    void generate() {
        for (int i = 0; i < 50; i++) {
            authors.add(new UUID(random.nextLong(), random.nextLong()));
        }
        Rows accounts = new Rows();
        for (UUID author : authors) {
            String name = "volume" + authors.indexOf(author);
            accounts.add(BinaryId.of(author), name, name, name);
        }
        for (int i = 0; i < CHANNELS; i++) {
            UUID channel = new UUID(random.nextLong(), random.nextLong());
            channels.add(channel);
            jdbc.update(
                    "INSERT INTO channel_view (channel_id, seq, name, sort_name, visibility, member_count,"
                            + " message_count, opened_at, last_event_at) VALUES (?, ?, ?, ?, ?, 0, 0, ?, ?)",
                    BinaryId.of(channel),
                    COUNT,
                    "volume" + i,
                    "volume" + i,
                    i < HIDDEN ? "PRIVATE" : "PUBLIC",
                    START,
                    START);
        }
        transaction.executeWithoutResult(ignored -> store.send(
                accounts,
                "INSERT INTO account_view (account_id, seq, username, username_key, display_name, bot, deactivated,"
                        + " registered_at) VALUES (?, 0, ?, ?, ?, FALSE, FALSE, 0)"));
        for (int from = 0; from < COUNT; from += PART) {
            int first = from;
            transaction.executeWithoutResult(ignored -> part(first));
        }
        aroundThem();
        jdbc.execute("ANALYZE TABLE message_view, search_entry, search_posting, channel_event, reaction_view");
    }

    private void part(int first) {
        Rows messages = new Rows();
        Rows entries = new Rows();
        PostingRows postings = new PostingRows();
        for (int i = first; i < Math.min(first + PART, COUNT); i++) {
            int channel = random.nextInt(CHANNELS);
            byte[] channelId = BinaryId.of(channels.get(channel));
            byte[] id = BinaryId.of(new UUID(random.nextLong(), random.nextLong()));
            byte[] author = BinaryId.of(authors.get(i % authors.size()));
            long at = START + i / 3 * 1_000L;
            TreeSet<String> words = words(i);
            if (channel >= HIDDEN) {
                words.forEach(word -> counts.merge(word, 1, Integer::sum));
            }
            String body = String.join(" ", words);
            String tokens = Tokens.ofMessage(body);
            messages.add(channelId, (long) i, id, author, body, (long) i, at);
            entries.add(channelId, id, (long) i, author, at, tokens);
            postings.add(tokens, at, channelId, id);
        }
        store.send(messages, MESSAGE);
        store.send(entries, ENTRY);
        postings.send(store, ViewTables.LIVE);
    }

    /** From words in nearly every message down to words in a handful, and one that nobody has used for long. */
    private TreeSet<String> words(int number) {
        TreeSet<String> words = new TreeSet<>();
        words.add(random.nextInt(10) == 0 ? "seldom" : "always");
        if (random.nextInt(4) == 0) {
            words.add("common");
        }
        if (number % (COUNT / 7) == 5) {
            words.add("rare");
        }
        if (number < COUNT / 5 && random.nextInt(3) == 0) {
            words.add("bygone");
        }
        words.add("word" + (int) Math.pow(3_000, random.nextDouble()));
        return words;
    }

    /** The other tables of the same size, so that the plans of their statements mean something. */
    private void aroundThem() {
        jdbc.update(
                "INSERT INTO channel_event SELECT channel_id, seq, created_at, author_id, 'MessagePosted', '{}', 1, 1"
                        + " FROM message_view");
        jdbc.update("INSERT INTO reaction_view SELECT channel_id, message_id, 'x', author_id, seq FROM message_view"
                + " WHERE seq % 5 = 0");
        jdbc.update("INSERT INTO message_revision SELECT channel_id, message_id, seq - 1, seq, 'was', created_at, NULL"
                + " FROM message_view WHERE seq % 10 = 0");
        jdbc.update("INSERT INTO message_tally SELECT channel_id, author_id, seq DIV 256, COUNT(*) FROM message_view"
                + " GROUP BY channel_id, author_id, seq DIV 256");
        jdbc.update("INSERT INTO membership_view SELECT c.channel_id, a.account_id, 'MEMBER', 1, 1"
                + " FROM channel_view c JOIN account_view a WHERE c.visibility = 'PUBLIC'");
        jdbc.update("INSERT INTO pin_view SELECT channel_id, message_id, seq, created_at, author_id FROM message_view"
                + " WHERE seq % 100 = 0");
    }
}
