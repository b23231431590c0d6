package tidings.query.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelEvent;
import tidings.events.channel.ClientMessageId;
import tidings.events.channel.Mentions;
import tidings.events.channel.MessageId;
import tidings.events.channel.Role;
import tidings.events.channel.Visibility;
import tidings.query.fixture.Chat;
import tidings.query.fixture.QueryWorld;
import tools.jackson.databind.JsonNode;

class ThreadIT {

    private static final QueryWorld WORLD = QueryWorld.shared();
    private static final Chat CHAT = WORLD.chat();
    private static final AccountId ADA = CHAT.account("thread-ada");
    private static final AccountId BOB = CHAT.account("thread-bob");
    private static final AccountId EVE = CHAT.account("thread-eve");

    private final UUID channel = CHAT.channel("thread-" + UUID.randomUUID(), Visibility.PRIVATE, ADA, BOB);
    private final MessageId root = CHAT.post(channel, ADA, "root");

    @Test
    void showsAWholeThreadInOrderWithCountsThatAgree() {
        MessageId first = answer(ADA, "1", root, null);
        MessageId nested = answer(BOB, "2", first, null);
        CHAT.post(channel, ADA, "beside it");
        answer(ADA, "3", nested, null);
        MessageId gone = answer(ADA, "4", root, null);
        answer(BOB, "5", root, null);
        CHAT.delete(channel, ADA, gone);
        for (MessageId of : List.of(root, first, nested)) {
            JsonNode thread = thread(BOB, of, "first: 100");
            assertThat(thread.at("/root/body").asString()).isEqualTo("root");
            assertThat(bodies(thread)).containsExactly("1", "2", "3", "5");
            assertThat(thread.get("replyCount").asInt()).isEqualTo(4);
            assertThat(thread.get("unreadCount").asInt()).isEqualTo(2);
        }
        List<String> paged = new ArrayList<>();
        String after = "";
        JsonNode page;
        do {
            page = thread(BOB, root, "first: 3" + after);
            paged.addAll(bodies(page));
            after = ", after: \"" + page.at("/replies/pageInfo/endCursor").asString() + "\"";
        } while (page.at("/replies/pageInfo/hasNextPage").asBoolean());
        assertThat(paged).containsExactly("1", "2", "3", "5");

        CHAT.delete(channel, ADA, root);
        JsonNode without = thread(BOB, root, "first: 100");
        assertThat(without.at("/root/body").isNull()).isTrue();
        assertThat(bodies(without)).containsExactly("1", "2", "3", "5");
    }

    @Test
    void countsWhatIsUnreadFromTheMarkerAndFromTheMomentOfJoining() {
        answer(ADA, "1", root, null);
        CHAT.leave(channel, BOB);
        answer(ADA, "2", root, null);
        assertThat(thread(ADA, root, "first: 1").get("unreadCount").asInt()).isZero();
        CHAT.happen(channel, ADA, new ChannelEvent.MemberJoined(BOB, Role.MEMBER));
        assertThat(thread(BOB, root, "first: 1").get("unreadCount").asInt()).isZero();
        answer(ADA, "3", root, null);
        long third = WORLD.log().entries().stream()
                .filter(entry -> entry.streamId().equals(channel))
                .mapToLong(entry -> entry.seq())
                .max()
                .orElseThrow();
        answer(ADA, "4", root, null);
        assertThat(thread(BOB, root, "first: 1").get("unreadCount").asInt()).isEqualTo(2);
        WORLD.log().markRead(BOB, channel, third);
        WORLD.log().flush();
        Awaitility.await()
                .until(() -> thread(BOB, root, "first: 1").get("unreadCount").asInt() == 1);
    }

    @Test
    void tellsWhoTakesPart() {
        answer(ADA, "hello", root, null);
        assertThat(thread(ADA, root, "first: 1").get("followed").asBoolean()).isTrue();
        assertThat(thread(BOB, root, "first: 1").get("followed").asBoolean()).isFalse();
        answer(ADA, "@thread-bob", root, new Mentions(List.of(BOB), false, false));
        assertThat(thread(BOB, root, "first: 1").get("followed").asBoolean()).isTrue();
    }

    @Test
    void isNothingForStrangersAndUnknownMessages() {
        WORLD.settle();
        for (String id : List.of(root.toString(), UUID.randomUUID().toString(), "nonsense")) {
            assertThat(WORLD.as(EVE)
                            .data("{ thread(root: \"" + id + "\") { root { body } replyCount } }")
                            .get("thread")
                            .isNull())
                    .isTrue();
        }
        JsonNode alone = thread(BOB, root, "first: 1");
        assertThat(alone.get("replyCount").asInt()).isZero();
        assertThat(bodies(alone)).isEmpty();
    }

    private MessageId answer(AccountId author, String body, MessageId to, @Nullable Mentions mentions) {
        MessageId id = new MessageId(UUID.randomUUID());
        CHAT.happen(
                channel,
                author,
                new ChannelEvent.MessagePosted(id, new ClientMessageId(id.toString()), body, to, root, mentions, null));
        return id;
    }

    private static JsonNode thread(AccountId asker, MessageId id, String page) {
        WORLD.settle();
        return WORLD.as(asker)
                .data("{ thread(root: \"" + id + "\") { root { body } replyCount unreadCount followed replies(" + page
                        + ") { edges { node { body } } pageInfo { hasNextPage endCursor } } } }")
                .get("thread");
    }

    private static List<String> bodies(JsonNode thread) {
        return thread.at("/replies/edges")
                .valueStream()
                .map(edge -> edge.at("/node/body").asString())
                .toList();
    }
}
