package tidings.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tidings.events.EventType;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelEvent;
import tidings.events.channel.ClientMessageId;
import tidings.events.channel.MessageId;
import tidings.events.channel.Visibility;
import tidings.events.log.EventReader;
import tidings.events.log.FeedLine;
import tidings.events.log.LogRecord;
import tidings.query.fixture.Chat;
import tidings.query.fixture.QueryWorld;
import tidings.query.fixture.TestLog;
import tidings.query.kafka.ConsumerState;
import tidings.query.views.ViewTables;

class PoisonIT {

    private final QueryWorld world = new QueryWorld(1, Map.of());
    private final Chat chat = world.chat();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void parksPoisonAndLetsOtherChannelsFlow() {
        AccountId ada = chat.account("poison");
        UUID sick = chat.channel("sick", Visibility.PUBLIC, ada);
        UUID healthy = chat.channel("healthy", Visibility.PUBLIC, ada);
        TestLog.Entry poison = world.log().record(sick, ada, posted("poison"));
        world.log().send(poison, "{broken".getBytes(StandardCharsets.UTF_8));
        chat.post(sick, ada, "waits");
        UUID refused = chat.channel("refused", Visibility.PUBLIC, ada);
        MessageId message = chat.post(refused, ada, "a message");
        chat.react(refused, ada, message, "x".repeat(100));
        TestLog.Entry unknown = world.log().record(sick, ada, posted("from the future"));
        world.log()
                .send(new TestLog.Entry(
                        unknown.stream(),
                        unknown.streamId(),
                        unknown.seq(),
                        unknown.at(),
                        ada,
                        new EventType("PollOpened", 1),
                        unknown.data()));
        chat.post(healthy, ada, "flows");
        world.log().flush();
        await().until(() -> world.seq(healthy) == 2);

        await().untilAsserted(() -> assertThat(world.seq(sick)).isEqualTo(1));
        await().untilAsserted(() -> assertThat(world.seq(refused)).isEqualTo(2));
        await().untilAsserted(() ->
                assertThat(row("SELECT COUNT(*) FROM blocked_stream")).isEqualTo(2));
        await().untilAsserted(() ->
                assertThat(row("SELECT COUNT(*) FROM parked_event")).isEqualTo(4));
        assertThat(world.node().bean(ParkedEventStore.class).count()).isEqualTo(4);
        await().until(() -> world.node().bean(ConsumerState.class).ready());
    }

    @Test
    void stopsAPartitionAtAGapAndGoesOnWhenItIsFilled() {
        AccountId ada = chat.account("gap");
        UUID channel = chat.channel("gap", Visibility.PUBLIC, ada);
        world.settle();
        TestLog.Entry missing = world.log().record(channel, ada, posted("missing"));
        chat.post(channel, ada, "too early");
        world.log().flush();
        ConsumerState state = world.node().bean(ConsumerState.class);
        await().until(() -> !state.stuck().isEmpty());
        assertThat(state.ready()).isFalse();
        assertThat(world.seq(channel)).isEqualTo(1);

        // what heals a gap in the log is a replay from the event store; here the store's answer is applied by hand
        world.node().bean(Projector.class).apply(ViewTables.LIVE, PositionUpdate.NONE, List.of(decoded(missing)));
        await().until(() -> world.seq(channel) == 3);
        await().until(state::ready);
    }

    private LogRecord decoded(TestLog.Entry entry) {
        String line = "{\"index\":0,\"stream\":\"%s\",\"streamId\":\"%s\",\"seq\":%d,\"at\":\"%s\",\"actorId\":\"%s\","
                + "\"type\":\"%s\",\"revision\":%d,\"data\":%s}";
        return world.node()
                .bean(EventReader.class)
                .read(new FeedLine(
                        0,
                        line.formatted(
                                entry.stream(),
                                entry.streamId(),
                                entry.seq(),
                                entry.at(),
                                entry.actor(),
                                entry.type().name(),
                                entry.type().revision(),
                                entry.data())));
    }

    private static ChannelEvent posted(String body) {
        MessageId id = new MessageId(UUID.randomUUID());
        return new ChannelEvent.MessagePosted(id, new ClientMessageId(id.toString()), body, null);
    }

    private long row(String sql) {
        Long value = world.node().jdbc().queryForObject(sql, Long.class);
        return value == null ? 0 : value;
    }
}
