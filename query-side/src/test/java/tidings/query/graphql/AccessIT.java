package tidings.query.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelEvent;
import tidings.events.channel.MessageId;
import tidings.events.channel.Visibility;
import tidings.query.fixture.Chat;
import tidings.query.fixture.GraphQlClient;
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

    private static final String EVERY_FIELD = """
            id name topic visibility seq memberCount messageCount unreadCount readSeq
            description archived slowModeSeconds announcement guestsReadOnly myRole
            members { edges { role node { username } } }
            bans { edges { node { username } } }
            pins { edges { node { body } pinnedBy { username } } }
            messages { edges { node { id body pinned threadRoot { body } mentions { accounts { username } }
              forwardedFrom { author { username } channel { name } message { body } } } } }
            events(afterSeq: -1) { event data }
            asOf(seq: 100) { name messages { edges { node { body } } } }""";

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
    void showsAMemberEverything() {
        for (UUID channel : HIDDEN) {
            JsonNode found = WORLD.as(OWNER).data("{ channel(id: \"" + channel + "\") { " + EVERY_FIELD + " } }");
            assertThat(found.toString()).contains(SECRET + " message", SECRET + " reply", "access-owner");
        }
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

    private static void showsNothing(AccountId outsider, String word, List<UUID> channels, List<MessageId> messages) {
        GraphQlClient client = WORLD.as(outsider);
        for (UUID channel : channels) {
            String byId = "{ channel(id: \"%s\") { " + EVERY_FIELD + " } }";
            assertThat(client.answer(byId.formatted(channel), Map.of()))
                    .isEqualTo(client.answer(byId.formatted(UUID.randomUUID()), Map.of()));
            String within = "{ search(query: \"" + word + "\", channelId: \"%s\") { edges { cursor } } }";
            assertThat(client.answer(within.formatted(channel), Map.of()))
                    .isEqualTo(client.answer(within.formatted(UUID.randomUUID()), Map.of()));
            assertThat(client.refusal(within.formatted(channel))).isEqualTo("NOT_FOUND");
        }
        for (MessageId message : messages) {
            String byId = "{ message(id: \"" + message
                    + "\") { id body channel { name } replies { edges { node { body } } } } }";
            assertThat(client.data(byId).get("message").isNull()).isTrue();
        }
        assertThat(client.data("{ channel(name: \"access-" + word + "\") { id }"
                                + " channels(first: 100) { edges { node { id name topic } } }"
                                + " search(query: \"" + word + "\") { edges { node { message { body } } } } }")
                        .toString())
                .doesNotContain(word)
                .doesNotContain(channels.getFirst().toString());
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
