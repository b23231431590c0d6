package tidings.query.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.execution.GraphQlSource;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelEvent;
import tidings.events.channel.MessageId;
import tidings.events.channel.Visibility;
import tidings.query.fixture.Chat;
import tidings.query.fixture.GraphQlClient;
import tidings.query.fixture.ProtocolSocket;
import tidings.query.fixture.QueryWorld;
import tools.jackson.databind.JsonNode;

/** Tries every way into a private and into a direct channel with a stranger's account. */
class AccessIT {

    private static final QueryWorld WORLD = QueryWorld.shared();
    private static final Chat CHAT = WORLD.chat();
    private static final String SECRET = "okavango";
    private static final AccountId OWNER = CHAT.account("access-owner");
    private static final AccountId FORMER = CHAT.account("access-former");
    private static final AccountId STRANGER = CHAT.account("access-stranger");
    private static final AccountId BANNED = CHAT.account("access-banned");
    private static final List<UUID> HIDDEN = new ArrayList<>();
    private static final List<MessageId> MESSAGES = new ArrayList<>();

    private static final EveryField FIELDS =
            new EveryField(WORLD.node().bean(GraphQlSource.class).schema());
    /**
     * How a stranger would ask for something hidden by each root field: by a channel's id, a message's id, and a word.
     * Whoever adds a root field decides here.
     */
    private static final Map<String, List<String>> WAYS_IN = Map.of(
            "Query.me", List.of(""),
            "Query.channel", List.of("(id: \"%1$s\")", "(name: \"access-%3$s\")"),
            "Query.channels", List.of("(first: 3)"),
            "Query.message", List.of("(id: \"%2$s\")"),
            "Query.thread", List.of("(root: \"%2$s\")"),
            "Query.search", List.of("(query: \"%3$s\", first: 2)", "(query: \"%3$s\", channelId: \"%1$s\", first: 2)"),
            "Query.accounts", List.of("(query: \"%3$s\", first: 2)"),
            "Query.account", List.of("(id: \"%1$s\")", "(username: \"access-%3$s\")"),
            "Subscription.channelEvents", List.of("(channelId: \"%1$s\", afterSeq: -1)"));

    @BeforeAll
    static void chat() {
        for (Visibility visibility : List.of(Visibility.PRIVATE, Visibility.DIRECT)) {
            UUID channel = CHAT.channel(
                    visibility == Visibility.DIRECT ? null : "access-" + SECRET, visibility, OWNER, FORMER);
            MessageId message = CHAT.post(channel, OWNER, SECRET + " message");
            CHAT.reply(channel, OWNER, SECRET + " reply", message);
            CHAT.leave(channel, FORMER);
            HIDDEN.add(channel);
            MESSAGES.add(message);
        }
        WORLD.settle();
    }

    @Test
    void everyFieldIsTriedAndEveryRootFieldHasADecision() {
        assertThat(WAYS_IN.keySet()).containsExactlyInAnyOrderElementsOf(FIELDS.rootFields());
        Set<String> tried = new TreeSet<>();
        WAYS_IN.keySet().forEach(field -> FIELDS.below(field, tried));
        assertThat(tried).containsExactlyElementsOf(FIELDS.all());
    }

    @Test
    void showsAMemberEverything() {
        for (int i = 0; i < HIDDEN.size(); i++) {
            String answer = WORLD.as(OWNER)
                    .data("{ a: " + ask("Query.channel", 0, HIDDEN.get(i), MESSAGES.get(i), SECRET) + " b: "
                            + ask("Query.message", 0, HIDDEN.get(i), MESSAGES.get(i), SECRET) + " c: "
                            + ask("Query.thread", 0, HIDDEN.get(i), MESSAGES.get(i), SECRET) + " }")
                    .toString();
            assertThat(answer).contains(SECRET + " message", SECRET + " reply", "access-owner");
        }
    }

    private static String ask(String field, int way, UUID channel, MessageId message, String word) {
        return field.substring(field.indexOf('.') + 1)
                + WAYS_IN.getOrDefault(field, List.of()).get(way).formatted(channel, message, word)
                + FIELDS.below(field, new HashSet<>());
    }

    @Test
    void showsStrangersAndFormerMembersNothingAtAll() {
        showsNothing(STRANGER, SECRET, HIDDEN, MESSAGES);
        showsNothing(FORMER, SECRET, HIDDEN, MESSAGES);
    }

    @Test
    void showsNothingOfAPublicChannelToWhoIsBannedFromIt() {
        String word = "zambezi";
        UUID open = CHAT.channel("access-" + word, Visibility.PUBLIC, OWNER, BANNED);
        MessageId message = CHAT.post(open, BANNED, word + " message");
        WORLD.settle();
        String search = "{ search(query: \"" + word + "\") { edges { cursor } } }";
        assertThat(WORLD.as(BANNED).data(search).at("/search/edges")).hasSize(1);

        CHAT.leave(open, BANNED);
        CHAT.happen(open, OWNER, new ChannelEvent.MemberBanned(BANNED));
        WORLD.settle();
        showsNothing(BANNED, word, List.of(open), List.of(message));
        assertThat(WORLD.as(STRANGER).data(search).at("/search/edges")).hasSize(1);

        CHAT.happen(open, OWNER, new ChannelEvent.MemberUnbanned(BANNED));
        WORLD.settle();
        assertThat(WORLD.as(BANNED).data(search).at("/search/edges")).hasSize(1);
    }

    /** Every way in shows the same as if there were no such channel and no such message, and nothing of them. */
    private static void showsNothing(AccountId outsider, String word, List<UUID> channels, List<MessageId> messages) {
        GraphQlClient client = WORLD.as(outsider);
        for (int i = 0; i < channels.size(); i++) {
            for (Map.Entry<String, List<String>> way : WAYS_IN.entrySet()) {
                for (int number = 0; number < way.getValue().size(); number++) {
                    String hidden =
                            answer(client, outsider, way.getKey(), number, channels.get(i), messages.get(i), word);
                    String nothing = answer(
                            client,
                            outsider,
                            way.getKey(),
                            number,
                            UUID.randomUUID(),
                            new MessageId(UUID.randomUUID()),
                            word);
                    assertThat(hidden).as(way.getKey()).isEqualTo(nothing);
                    assertThat(hidden)
                            .as(way.getKey())
                            .doesNotContain("TOO_COMPLEX")
                            .doesNotContain(word)
                            .doesNotContain(channels.get(i).toString())
                            .doesNotContain(messages.get(i).toString());
                }
            }
            String within =
                    "{ search(query: \"" + word + "\", channelId: \"" + channels.get(i) + "\") { edges { cursor } } }";
            assertThat(client.refusal(within)).isEqualTo("NOT_FOUND");
        }
        assertThat(client.data("{ channels(first: 100) { edges { node { id name topic } } } }")
                        .toString())
                .doesNotContain(word)
                .doesNotContain(channels.getFirst().toString());
    }

    private static String answer(
            GraphQlClient client,
            AccountId asker,
            String field,
            int way,
            UUID channel,
            MessageId message,
            String word) {
        String asked = "{ " + ask(field, way, channel, message, word) + " }";
        if (!field.startsWith("Subscription.")) {
            return inOneOrder(client.answer(asked, Map.of()));
        }
        try (ProtocolSocket socket =
                ProtocolSocket.signedIn(WORLD.node(), WORLD.tokens().of(asker))) {
            socket.subscribe("1", "subscription " + asked);
            return socket.await("error", 1).getFirst().toString();
        }
    }

    /** Fields are fetched side by side: their errors come in any order. */
    private static String inOneOrder(JsonNode answer) {
        List<String> errors = new ArrayList<>();
        answer.path("errors").forEach(error -> errors.add(error.toString()));
        errors.sort(null);
        return answer.path("data") + " " + errors;
    }

    @Test
    void listsOwnAndPublicChannelsByNameWithoutAGap() {
        AccountId lister = CHAT.account("access-lister");
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String name = "zz-" + (char) ('a' + i) + "-listed";
            CHAT.channel(name, i % 2 == 0 ? Visibility.PUBLIC : Visibility.PRIVATE, i % 3 == 0 ? OWNER : lister);
            if (i % 2 == 0 || i % 3 != 0) {
                expected.add(name);
            }
        }
        CHAT.channel(null, Visibility.DIRECT, lister, OWNER);
        WORLD.settle();
        List<String> listed = new ArrayList<>();
        String after = "";
        JsonNode page;
        do {
            page = WORLD.as(lister)
                    .data("{ channels(first: 3" + after + ") { edges { node { name visibility } }"
                            + " pageInfo { hasNextPage endCursor } } }")
                    .get("channels");
            page.get("edges").forEach(edge -> listed.add(edge.at("/node/name").asString("direct")));
            after = ", after: \"" + page.at("/pageInfo/endCursor").asString() + "\"";
        } while (page.at("/pageInfo/hasNextPage").asBoolean());

        assertThat(listed).doesNotHaveDuplicates();
        assertThat(listed).containsSubsequence(expected).endsWith("direct");
        assertThat(listed).filteredOn(name -> name.endsWith("-listed")).isEqualTo(expected);
    }
}
