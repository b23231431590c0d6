package tidings.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.ConnectionCallback;
import tidings.events.account.AccountId;
import tidings.events.channel.MessageId;
import tidings.query.fixture.QueryWorld;
import tidings.query.fixture.RecordedStatements;

/** Hundreds of thousands of messages: every word is found everywhere it stands, and nothing is sorted or read through. */
class VolumeIT {

    private static final int MUCH = 10_000;
    private static final Pattern STATEMENT = Pattern.compile("(?is)^(select|update|delete)\\b.*");

    /** Statements that may read through tables or sort, and why that is bounded or meant. */
    private static final Map<String, String> ALLOWED = Map.of(
            "BIT_XOR(", "fingerprints of whole tables, for a replay",
            "AS floors GROUP BY", "read markers: a row per channel of a page of them",
            "SUM(IF(author_id", "unread counts: grouped by at most a page of channels",
            "flyway_schema_history", "the migrations' own, a row per migration",
            "information_schema", "no table of ours");

    private static final QueryWorld WORLD = new QueryWorld();
    private static final GeneratedMessages MESSAGES = new GeneratedMessages(WORLD.node());
    private static AccountId asker = WORLD.chat().account("volume-asker");

    @BeforeAll
    static void generate() {
        WORLD.settle();
        MESSAGES.generate();
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"common", "bygone", "rare", "word1", "word2", "word37", "word2900", "nowhere"})
    void findsAWordInEveryMessageThatHasIt(String word) {
        assertThat(found(word)).hasSize(MESSAGES.count(word));
    }

    @Test
    void findsSomethingForTheMostCommonWordAtOnce() {
        SearchPage page = search("always", null, 20);
        assertThat(page.hits()).hasSize(20);
        assertThat(page.next()).isNotNull();
    }

    @Test
    void findsTheSameByBeginningsWordsTogetherAndInOneChannel() {
        assertThat(found("byg*")).hasSize(MESSAGES.count("bygone"));
        assertThat(found("bygone -always")).isSubsetOf(found("bygone seldom"));
        int here = count("SELECT COUNT(*) FROM message_view v JOIN channel_view c ON c.channel_id = v.channel_id"
                + " WHERE c.name = 'volume11' AND v.body LIKE '%bygone%'");
        assertThat(found("bygone in:volume11")).hasSize(here);
        int byOne = count("SELECT COUNT(*) FROM message_view v JOIN channel_view c ON c.channel_id = v.channel_id"
                + " JOIN account_view a ON a.account_id = v.author_id"
                + " WHERE c.visibility = 'PUBLIC' AND a.username = 'volume7' AND v.body LIKE '%common%'");
        assertThat(found("common from:volume7")).hasSize(byOne);
    }

    private static int count(String sql) {
        return Objects.requireNonNull(WORLD.node().jdbc().queryForObject(sql, Integer.class));
    }

    /** All results of a search, page after page; none comes twice. */
    private static Set<MessageId> found(String query) {
        Set<MessageId> found = new HashSet<>();
        SearchCursor cursor = null;
        do {
            SearchPage page = search(query, cursor, 1_000);
            page.hits().forEach(hit -> assertThat(found.add(hit.message().id())).isTrue());
            cursor = page.next();
        } while (cursor != null);
        return found;
    }

    private static SearchPage search(String query, @org.jspecify.annotations.Nullable SearchCursor after, int limit) {
        return WORLD.node().bean(SearchQueries.class).search(asker, query, null, limit, after);
    }

    @Test
    void sortsNothingAndReadsNoTableThrough() {
        askEverything();
        List<String> wrong = new ArrayList<>();
        WORLD.node().jdbc().execute((ConnectionCallback<Boolean>) connection -> {
            for (RecordedStatements.Statement statement : RecordedStatements.all()) {
                if (STATEMENT.matcher(statement.sql()).matches()
                        && ALLOWED.keySet().stream().noneMatch(statement.sql()::contains)) {
                    wrong.addAll(faults(connection, statement));
                }
            }
            return true;
        });
        assertThat(RecordedStatements.all()).hasSizeGreaterThan(25);
        assertThat(wrong).isEmpty();
    }

    private static List<String> faults(Connection connection, RecordedStatements.Statement statement)
            throws SQLException {
        List<String> faults = new ArrayList<>();
        try (PreparedStatement explain = statement.prepared(connection, "EXPLAIN ");
                ResultSet plan = explain.executeQuery()) {
            while (plan.next()) {
                String extra = String.valueOf(plan.getString("Extra"));
                boolean readsThrough = Set.of("ALL", "index").contains(String.valueOf(plan.getString("type")))
                        && plan.getLong("rows") > MUCH
                        && !statement.sql().contains(" LIMIT ?");
                if (readsThrough || extra.contains("filesort") || extra.contains("temporary")) {
                    faults.add(plan.getString("table") + " " + plan.getString("type") + " " + plan.getString("key")
                            + " " + plan.getLong("rows") + " " + extra + ": " + statement.sql());
                }
            }
        } catch (java.sql.SQLSyntaxErrorException e) {
            // a table of a replay that is over
            assertThat(e.getErrorCode()).isEqualTo(1146);
        }
        return faults;
    }

    /** Every field, and searches of every kind. */
    private static void askEverything() {
        String message = "{ id seq channel { id } author { username } body createdAt editedAt deletedAt replyTo { id }"
                + " replyCount replies(first: 5) { edges { node { id } } } reactions { emoji count }"
                + " revisions { body } pinned }";
        String channel = "channel(id: \"" + MESSAGES.channel() + "\")";
        Stream.of(
                        "me { id username }",
                        "accounts(query: \"vol\", first: 5) { edges { node { username } } }",
                        "accounts(query: \"the vol\") { edges { cursor } }",
                        "account(username: \"volume7\") { id }",
                        "channels(first: 20) { edges { node { name unreadCount readSeq } } }",
                        "channel(name: \"volume9\") { name }",
                        channel + " { members(first: 10) { edges { node { username } } } }",
                        channel + " { messages(last: 50) { edges { node " + message + " } } }",
                        channel + " { messages(first: 50) { edges { node { id } } } }",
                        channel + " { pins(first: 10) { edges { node { id } } } }",
                        channel + " { events(afterSeq: 100) { seq } }",
                        channel + " { asOf(seq: 1000) { messages(last: 5) { edges { node { id body } } } } }",
                        channel + " { asOf(at: \"2023-11-20T00:00:00Z\") { seq } }")
                .forEach(field -> WORLD.as(asker).answer("{ " + field + " }", Map.of()));
        Stream.of(
                        "always",
                        "always common -word1",
                        "wor*",
                        "byg*",
                        "\"always common\"",
                        "has:reaction",
                        "has:thread common",
                        "has:link",
                        "-always",
                        "from:volume1",
                        "in:volume9 common",
                        "common from:volume7 -in:volume9 -from:volume8",
                        "on:2023-11-20 -has:reaction",
                        "before:2023-11-20 -on:2023-11-16")
                .forEach(query -> search(query, null, 20));
        search("common", search("common", null, 20).next(), 20);
    }
}
