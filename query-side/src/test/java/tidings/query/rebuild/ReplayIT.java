package tidings.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelEvent;
import tidings.events.channel.ChannelId;
import tidings.events.channel.ClientMessageId;
import tidings.events.channel.Forwarded;
import tidings.events.channel.Mentions;
import tidings.events.channel.MessageId;
import tidings.events.channel.Role;
import tidings.events.channel.Visibility;
import tidings.query.fixture.Chat;
import tidings.query.fixture.GraphQlClient;
import tidings.query.fixture.QueryNode;
import tidings.query.fixture.QueryWorld;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReplayIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void makesTheSameTablesWhileTheChatGoesOn() throws Exception {
        try (QueryWorld world = new QueryWorld(2, Map.of("tidings.rebuild.page-size", "200"));
                FakeFeed feed = new FakeFeed(world.log())) {
            AccountId ada = world.chat().account("ada");
            AccountId bob = world.chat().account("bob");
            UUID quiet = world.chat().channel("quiet", Visibility.PUBLIC, ada, bob);
            UUID busy = world.chat().channel("busy", Visibility.PRIVATE, ada, bob);
            fill(world.chat(), quiet, ada, bob);
            fill(world.chat(), busy, bob, ada);
            markRead(world, bob, quiet);

            try (QueryNode node = world.start(
                    Map.of("tidings.rebuild.command-urls", feed.url().toString()))) {
                corrupt(node, quiet);
                String id = post(node, 202).get("id").asString();
                assertThat(post(node, 409).get("code").asString()).isEqualTo("CONFLICT");
                for (int i = 0; i < 300; i++) {
                    world.chat().post(busy, ada, "meanwhile " + i);
                }
                JsonNode done = ended(node, id);
                world.settle();

                assertThat(done.get("state").asString()).as("%s", done).isEqualTo("DONE");
                assertThat(done.get("events").asLong()).isPositive();
                assertThat(differing(done)).containsExactly("channel_view");
                assertRepaired(node);
                assertRepeatable(node);
                assertSearchable(world, node, bob);
            }
        }
    }

    private static void markRead(QueryWorld world, AccountId reader, UUID channel) {
        world.log().markRead(reader, channel, 100);
        world.settle();
        await().until(() -> rows(world.node(), "SELECT * FROM read_marker_view") == 1);
    }

    private static void assertRepaired(QueryNode node) {
        assertThat(messageCount(node, "quiet")).isEqualTo(422);
        assertThat(messageCount(node, "busy")).isEqualTo(722);
        assertThat(rows(node, "SELECT * FROM read_marker_view")).isEqualTo(1);
        assertThat(rows(node, "SHOW TABLES LIKE '%\\_n____________'")).isZero();
        assertThat(rows(node, "SHOW TABLES LIKE '%\\_o____________'")).isZero();
    }

    private static void assertRepeatable(QueryNode node) throws IOException, InterruptedException {
        JsonNode before = get(node, "/internal/digests");
        JsonNode again = ended(node, post(node, 202).get("id").asString());
        assertThat(differing(again)).isEmpty();
        assertThat(get(node, "/internal/digests")).isEqualTo(before);
    }

    private static void assertSearchable(QueryWorld world, QueryNode node, AccountId reader) {
        JsonNode found = JSON.readTree(new GraphQlClient(node, world.tokens().of(reader))
                .answer("{ search(query: \"edited\") { edges { node { message { body } } } } }", Map.of())
                .toString());
        assertThat(found.at("/data/search/edges")).isNotEmpty();
    }

    private static int rows(QueryNode node, String query) {
        return node.jdbc().queryForList(query).size();
    }

    private static long messageCount(QueryNode node, String channel) {
        Long count = node.jdbc()
                .queryForObject("SELECT message_count FROM channel_view WHERE name = ?", Long.class, channel);
        return count == null ? -1 : count;
    }

    private static void fill(Chat chat, UUID channel, AccountId ada, AccountId bob) {
        MessageId last = chat.post(channel, ada, "first 東京都");
        for (int i = 0; i < 420; i++) {
            MessageId next = chat.reply(channel, i % 2 == 0 ? ada : bob, "message " + i, i % 5 == 0 ? last : null);
            if (i % 50 == 0) {
                chat.edit(channel, ada, next, "edited " + i);
                chat.edit(channel, ada, next, "edited again " + i);
                chat.react(channel, bob, next, "👍");
            }
            last = next;
        }
        chat.delete(channel, ada, last);
        MessageId gone = chat.imported(channel, bob, "imported", Instant.parse("2015-12-02T17:30:00.002Z"));
        chat.delete(channel, bob, gone);
        chat.leave(channel, bob);
        chat.delete(channel, ada, chat.post(channel, ada, "gone"));
        MessageId oneMore = chat.post(channel, ada, "one more");
        chat.edit(channel, ada, oneMore, "no more");
        chat.delete(channel, ada, oneMore);
        administer(chat, channel, ada, bob);
        relate(chat, channel, ada, bob);
    }

    private static void relate(Chat chat, UUID channel, AccountId ada, AccountId bob) {
        MessageId root = chat.post(channel, ada, "root");
        MessageId answer = chat.reply(channel, bob, "answer", root);
        MessageId related = new MessageId(UUID.randomUUID());
        chat.happen(
                channel,
                ada,
                new ChannelEvent.MessagePosted(
                        related,
                        new ClientMessageId("related"),
                        "@channel @bob",
                        answer,
                        root,
                        new Mentions(List.of(bob), true, false),
                        new Forwarded(new ChannelId(channel), root, ada)));
        for (MessageId pinned : List.of(root, answer, related)) {
            chat.happen(channel, ada, new ChannelEvent.MessagePinned(pinned));
        }
        chat.happen(channel, ada, new ChannelEvent.MessageUnpinned(answer));
        chat.delete(channel, ada, root);
    }

    private static void administer(Chat chat, UUID channel, AccountId ada, AccountId bob) {
        AccountId eve = chat.account("eve-" + channel);
        List.of(
                        new ChannelEvent.TopicChanged("another topic"),
                        new ChannelEvent.DescriptionChanged("what for"),
                        new ChannelEvent.SlowModeSet(5),
                        new ChannelEvent.AnnouncementModeSet(true),
                        new ChannelEvent.GuestsReadOnlySet(true),
                        new ChannelEvent.MemberBanned(eve),
                        new ChannelEvent.MemberJoined(bob, Role.MEMBER),
                        new ChannelEvent.RoleChanged(bob, Role.MODERATOR))
                .forEach(event -> chat.happen(channel, ada, event));
    }

    /** What a bug of an earlier build may have left behind. */
    private static void corrupt(QueryNode node, UUID channel) {
        assertThat(node.jdbc()
                        .update(
                                "UPDATE channel_view SET message_count = 7 WHERE channel_id = UNHEX(REPLACE(?, '-', ''))",
                                channel.toString()))
                .isEqualTo(1);
    }

    private static List<String> differing(JsonNode replay) {
        assertThat(replay.get("digests")).hasSize(14);
        return replay.get("digests")
                .valueStream()
                .filter(digest -> !digest.get("before").equals(digest.get("after")))
                .map(digest -> digest.get("table").asString())
                .toList();
    }

    private static JsonNode ended(QueryNode node, String id) {
        return await().until(
                        () -> get(node, "/internal/replays/" + id),
                        status -> !status.get("state").asString().equals("RUNNING"));
    }

    private static JsonNode post(QueryNode node, int status) throws IOException, InterruptedException {
        HttpResponse<String> response = HTTP.send(
                HttpRequest.newBuilder(node.url("/internal/replays"))
                        .header("Tidings-Internal-Secret", QueryNode.SECRET)
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return JSON.readTree(response.body());
    }

    private static JsonNode get(QueryNode node, String path) throws IOException, InterruptedException {
        return JSON.readTree(HTTP.send(
                        HttpRequest.newBuilder(node.url(path))
                                .header("Tidings-Internal-Secret", QueryNode.SECRET)
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body());
    }
}
