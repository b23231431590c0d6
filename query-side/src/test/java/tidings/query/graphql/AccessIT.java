package tidings.query.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tidings.events.account.AccountId;
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
    private static final List<UUID> HIDDEN = new ArrayList<>();
    private static final List<MessageId> MESSAGES = new ArrayList<>();

    private static final String EVERY_FIELD = """
            id name topic visibility seq memberCount messageCount unreadCount readSeq
            members { edges { node { username } } }
            messages { edges { node { id body } } }
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
        for (AccountId outsider : List.of(STRANGER, FORMER)) {
            GraphQlClient client = WORLD.as(outsider);
            for (UUID channel : HIDDEN) {
                String byId = "{ channel(id: \"%s\") { " + EVERY_FIELD + " } }";
                assertThat(client.answer(byId.formatted(channel), Map.of()))
                        .isEqualTo(client.answer(byId.formatted(UUID.randomUUID()), Map.of()));
                String within = "{ search(query: \"" + SECRET + "\", channelId: \"%s\") { edges { cursor } } }";
                assertThat(client.answer(within.formatted(channel), Map.of()))
                        .isEqualTo(client.answer(within.formatted(UUID.randomUUID()), Map.of()));
                assertThat(client.refusal(within.formatted(channel))).isEqualTo("NOT_FOUND");
            }
            for (MessageId message : MESSAGES) {
                assertThat(client.data("{ message(id: \"" + message + "\") { id body channel { name }"
                                        + " replies { edges { node { body } } } } }")
                                .get("message")
                                .isNull())
                        .isTrue();
            }
            String all = client.data("{ channel(name: \"access-" + SECRET + "\") { id }"
                            + " channels(first: 100) { edges { node { id name topic } } }"
                            + " search(query: \"" + SECRET + "\") { edges { node { message { body } } } } }")
                    .toString();
            assertThat(all)
                    .doesNotContain(SECRET)
                    .doesNotContain(HIDDEN.getFirst().toString());
        }
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
