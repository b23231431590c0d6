package tidings.query.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelEvent;
import tidings.events.channel.ChannelId;
import tidings.events.channel.ClientMessageId;
import tidings.events.channel.Forwarded;
import tidings.events.channel.Mentions;
import tidings.events.channel.MessageId;
import tidings.events.channel.Visibility;
import tidings.query.fixture.Chat;
import tidings.query.fixture.QueryWorld;
import tools.jackson.databind.JsonNode;

class RelationsIT {

    private static final QueryWorld WORLD = QueryWorld.shared();
    private static final Chat CHAT = WORLD.chat();
    private static final AccountId ADA = CHAT.account("relations-ada");
    private static final AccountId BOB = CHAT.account("relations-bob");

    @Test
    void tellsWhichMessageBeganTheThread() {
        UUID channel = CHAT.channel("threads", Visibility.PUBLIC, ADA);
        MessageId root = CHAT.post(channel, ADA, "root");
        MessageId answer = CHAT.reply(channel, ADA, "answer", root);
        MessageId deeper = post(channel, "deeper", answer, root, null, null);
        WORLD.settle();

        String fields = "replyTo { body } threadRoot { body }";
        assertThat(message(ADA, root, fields).toString()).isEqualTo("{\"replyTo\":null,\"threadRoot\":null}");
        assertThat(message(ADA, answer, fields).toString())
                .isEqualTo("{\"replyTo\":{\"body\":\"root\"},\"threadRoot\":{\"body\":\"root\"}}");
        assertThat(message(ADA, deeper, fields).toString())
                .isEqualTo("{\"replyTo\":{\"body\":\"answer\"},\"threadRoot\":{\"body\":\"root\"}}");
    }

    @Test
    void mentionsWhomThePresentBodyMentions() {
        UUID channel = CHAT.channel("mentioning", Visibility.PUBLIC, ADA);
        MessageId message = post(channel, "@bob @here", null, null, new Mentions(List.of(BOB), false, true), null);
        WORLD.settle();
        String fields = "mentions { accounts { username } channel here }";
        assertThat(message(ADA, message, fields).at("/mentions").toString())
                .isEqualTo("{\"accounts\":[{\"username\":\"relations-bob\"}],\"channel\":false,\"here\":true}");

        Mentions others = new Mentions(List.of(ADA, BOB), true, false);
        CHAT.happen(channel, ADA, new ChannelEvent.MessageEdited(message, "@ada @bob @channel", others));
        WORLD.settle();
        assertThat(message(ADA, message, fields).at("/mentions").toString())
                .isEqualTo("{\"accounts\":[{\"username\":\"relations-ada\"},{\"username\":\"relations-bob\"}],"
                        + "\"channel\":true,\"here\":false}");

        CHAT.delete(channel, ADA, message);
        WORLD.settle();
        assertThat(message(ADA, message, fields).at("/mentions").toString())
                .isEqualTo("{\"accounts\":[],\"channel\":false,\"here\":false}");
    }

    @Test
    void showsWhereABodyCameFromOnlyToWhoMayReadThere() {
        UUID secret = CHAT.channel("forwarding-secret", Visibility.PRIVATE, ADA);
        UUID open = CHAT.channel("forwarding-open", Visibility.PUBLIC, ADA);
        MessageId original = CHAT.post(secret, ADA, "kalahari");
        MessageId copy = post(open, "look", null, null, null, new Forwarded(new ChannelId(secret), original, ADA));
        WORLD.settle();
        String fields =
                "forwardedFrom { author { username } channel { name } message { body replies { edges { cursor } } } }";
        assertThat(message(ADA, copy, fields).toString()).isEqualTo("""
                {"forwardedFrom":{"author":{"username":"relations-ada"},"channel":{"name":"forwarding-secret"},\
                "message":{"body":"kalahari","replies":{"edges":[]}}}}""");
        assertThat(message(BOB, copy, fields).toString()).isEqualTo("""
                {"forwardedFrom":{"author":{"username":"relations-ada"},"channel":null,"message":null}}""");
        assertThat(message(ADA, original, fields).get("forwardedFrom").isNull()).isTrue();
        assertThat(WORLD.as(BOB)
                        .data("{ channel(id: \"" + open + "\") { events(afterSeq: 0) { data } } }")
                        .toString())
                .contains(copy.toString())
                .doesNotContain(secret.toString(), original.toString());
    }

    @Test
    void listsPinsTheNewestFirstUntilTheyAreUnpinnedOrDeleted() {
        UUID channel = CHAT.channel("pinning", Visibility.PUBLIC, ADA);
        List<MessageId> messages = new ArrayList<>();
        for (String body : List.of("a", "b", "c", "d")) {
            messages.add(CHAT.post(channel, ADA, body));
        }
        messages.forEach(message -> CHAT.happen(channel, ADA, new ChannelEvent.MessagePinned(message)));
        CHAT.happen(channel, ADA, new ChannelEvent.MessageUnpinned(messages.get(1)));
        WORLD.settle();
        JsonNode first = pins(channel, "(first: 2)");
        assertThat(bodies(first)).containsExactly("d", "c");
        assertThat(first.at("/edges/0/pinnedBy/username").asString()).isEqualTo("relations-ada");
        assertThat(first.at("/pageInfo/hasNextPage").asBoolean()).isTrue();
        JsonNode second =
                pins(channel, "(after: \"" + first.at("/pageInfo/endCursor").asString() + "\")");
        assertThat(bodies(second)).containsExactly("a");
        assertThat(message(ADA, messages.get(1), "pinned").get("pinned").asBoolean())
                .isFalse();
        assertThat(message(ADA, messages.get(2), "pinned").get("pinned").asBoolean())
                .isTrue();

        CHAT.delete(channel, ADA, messages.get(2));
        WORLD.settle();
        assertThat(bodies(pins(channel, ""))).containsExactly("d", "a");
    }

    private static MessageId post(
            UUID channel,
            String body,
            @Nullable MessageId replyTo,
            @Nullable MessageId root,
            @Nullable Mentions mentions,
            @Nullable Forwarded forwarded) {
        MessageId id = new MessageId(UUID.randomUUID());
        CHAT.happen(
                channel,
                ADA,
                new ChannelEvent.MessagePosted(
                        id, new ClientMessageId(id.toString()), body, replyTo, root, mentions, forwarded));
        return id;
    }

    private static JsonNode message(AccountId asker, MessageId id, String fields) {
        return WORLD.as(asker)
                .data("{ message(id: \"" + id + "\") { " + fields + " } }")
                .get("message");
    }

    private static JsonNode pins(UUID channel, String page) {
        return WORLD.as(ADA)
                .data(
                        "{ channel(id: \"" + channel + "\") { pins" + page
                                + " { edges { pinnedAt pinnedBy { username } node { body } } pageInfo { hasNextPage endCursor } } } }")
                .at("/channel/pins");
    }

    private static List<String> bodies(JsonNode connection) {
        List<String> bodies = new ArrayList<>();
        connection.get("edges").forEach(edge -> bodies.add(edge.at("/node/body").asString()));
        return bodies;
    }
}
