package tidings.command.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tidings.command.channel.ChannelCommand.DeleteMessage;
import tidings.command.channel.ChannelCommand.EditMessage;
import tidings.command.channel.ChannelCommand.PostMessage;
import tidings.command.dispatch.Outcome;
import tidings.command.eventstore.EngineNode;
import tidings.command.eventstore.LoggedEvent;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.events.channel.ClientMessageId;
import tidings.launcher.fixture.SharedServers;
import tidings.launcher.fixture.SharedServers.Database;

class ChannelQueriesIT {

    private static final int MESSAGES = 150;
    private static final int CHANNELS = 5;

    private final Database database = SharedServers.get().freshDatabase("log");
    private final EngineNode node = EngineNode.on(database);
    private final SingleConnectionDataSource session =
            new SingleConnectionDataSource(database.jdbcUrl(), database.user(), database.password(), true);
    private final JdbcTemplate jdbc = new JdbcTemplate(session);
    private final ChannelQueries log = new ChannelQueries(jdbc);
    private final AccountId author = node.ids.nextAccountId();
    private List<ChannelId> channels = List.of();

    @BeforeEach
    void writeLongStreams() {
        channels = IntStream.range(0, CHANNELS)
                .mapToObj(i -> node.open(author, "stream-" + i))
                .toList();
        List<CompletableFuture<Outcome>> posts = IntStream.range(0, MESSAGES)
                .mapToObj(i -> node.dispatch(author, post(channels.get(i % CHANNELS), "m" + i)))
                .toList();
        assertThat(posts).allSatisfy(post -> assertThat(post.join()).isInstanceOf(Outcome.Accepted.class));
    }

    @AfterEach
    void close() {
        session.destroy();
        node.close();
    }

    @Test
    void findsTheEndsOfLongStreamsWithoutReadingThem() {
        assertThat(log.heads(channels)).hasSize(CHANNELS).containsValue((long) MESSAGES / CHANNELS + 1);
        assertThat(rowsReadBy(() -> log.heads(channels))).isLessThan(8L * CHANNELS);
    }

    @Test
    void findsAMembersChannelsAndTheirEndsWithoutReadingThem() {
        Map<ChannelId, Long> heads = log.heads(channels);
        Map<ChannelId, OwnChannel> own = new HashMap<>();
        heads.forEach((channel, head) -> own.put(channel, new OwnChannel(head, 1)));
        assertThat(log.memberships(author)).isEqualTo(own);
        assertThat(rowsReadBy(() -> log.memberships(author))).isLessThan(8L * CHANNELS);
    }

    @Test
    void givesNoTextOfWhatIsDeleted() {
        ChannelId channel = channels.getFirst();
        PostMessage secret = post(channel, "secret");
        PostMessage answer = post(channel, "answer");
        List.of(
                        secret,
                        new EditMessage(channel, secret.messageId(), "secret, edited"),
                        answer,
                        new DeleteMessage(channel, secret.messageId()))
                .forEach(command ->
                        assertThat(node.dispatch(author, command).join()).isInstanceOf(Outcome.Accepted.class));

        List<LoggedEvent> read = log.readChannel(channel, MESSAGES / CHANNELS + 1, 10);
        assertThat(read)
                .extracting(LoggedEvent::type)
                .containsExactly("MessagePosted", "MessageEdited", "MessagePosted", "MessageDeleted");
        assertThat(read.stream().map(event -> new String(event.data(), StandardCharsets.UTF_8)))
                .noneMatch(data -> data.contains("\"body\":\"secret"))
                .anyMatch(data -> data.contains("\"body\":\"answer\""));
        assertThat(new String(read.getFirst().data(), StandardCharsets.UTF_8))
                .contains("\"body\":null", "\"erased\":true", secret.messageId().toString());
    }

    @Test
    void leavesUnknownChannelsOut() {
        ChannelId unknown = node.ids.nextChannelId();
        assertThat(log.heads(List.of(channels.getFirst(), unknown))).containsOnlyKeys(channels.getFirst());
        assertThat(log.head(unknown)).isEqualTo(ChannelQueries.NO_EVENTS);
    }

    private PostMessage post(ChannelId channel, String text) {
        return new PostMessage(channel, node.ids.nextMessageId(), new ClientMessageId(text), text, null);
    }

    private long rowsReadBy(Runnable query) {
        jdbc.execute("ANALYZE TABLE domain_event_entry, membership, channel");
        long before = rowsRead();
        query.run();
        return rowsRead() - before;
    }

    private long rowsRead() {
        // through an index, either way: not what the question itself reads
        return jdbc
                .query(
                        "SHOW SESSION STATUS WHERE Variable_name IN"
                                + " ('Handler_read_key', 'Handler_read_next', 'Handler_read_prev')",
                        (row, n) -> row.getLong(2))
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
