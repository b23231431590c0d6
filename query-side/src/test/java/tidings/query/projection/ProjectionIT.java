package tidings.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tidings.events.account.AccountId;
import tidings.events.channel.MessageId;
import tidings.events.channel.Visibility;
import tidings.query.fixture.Chat;
import tidings.query.fixture.QueryNode;
import tidings.query.fixture.QueryWorld;
import tidings.query.fixture.TestLog;
import tidings.query.kafka.ConsumerState;
import tidings.query.views.ViewTables;

class ProjectionIT {

    private static final QueryWorld WORLD = new QueryWorld(2, Map.of("tidings.log.batch-size", "50"));
    private static final Chat CHAT = WORLD.chat();

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void countsEventsOnceThatAreDeliveredTwice() {
        AccountId ada = CHAT.account("twice");
        UUID channel = CHAT.channel("twice", Visibility.PUBLIC, ada);
        MessageId first = CHAT.post(channel, ada, "one");
        CHAT.edit(channel, ada, first, "one!");
        CHAT.reply(channel, ada, "two", first);
        CHAT.react(channel, ada, first, "👍");
        for (TestLog.Entry entry : WORLD.log().entries()) {
            if (entry.streamId().equals(channel)) {
                WORLD.log().send(entry);
            }
        }
        CHAT.post(channel, ada, "three");
        WORLD.settle();

        assertThat(row("SELECT message_count FROM channel_view WHERE name = 'twice'"))
                .isEqualTo(3);
        assertThat(row("SELECT member_count FROM channel_view WHERE name = 'twice'"))
                .isEqualTo(1);
        assertThat(row("SELECT MAX(reply_count) FROM message_view v JOIN channel_view c USING (channel_id)"
                        + " WHERE c.name = 'twice'"))
                .isEqualTo(1);
        assertThat(row("SELECT COUNT(*) FROM message_revision r JOIN channel_view c USING (channel_id)"
                        + " WHERE c.name = 'twice'"))
                .isEqualTo(1);
        assertThat(row("SELECT SUM(standing) FROM message_tally t JOIN channel_view c USING (channel_id)"
                        + " WHERE c.name = 'twice'"))
                .isEqualTo(6);
    }

    @Test
    void goesOnAfterRestartsInTheMiddle() {
        AccountId ada = CHAT.account("restart");
        UUID channel = CHAT.channel("restart", Visibility.PUBLIC, ada);
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 1_500; i++) {
                CHAT.post(channel, ada, "message " + i);
            }
            WORLD.log().flush();
            int enough = round * 1_500 + 100;
            await().until(() -> WORLD.seq(channel) > enough);
            WORLD.restart();
        }
        WORLD.settle();

        assertThat(row("SELECT message_count FROM channel_view WHERE name = 'restart'"))
                .isEqualTo(3_000);
        assertThat(row("SELECT COUNT(*) FROM message_view v JOIN channel_view c USING (channel_id)"
                        + " WHERE c.name = 'restart'"))
                .isEqualTo(3_000);
    }

    @Test
    void refusesAZombieThatNoLongerOwnsThePartition() {
        Projector projector = WORLD.node().bean(Projector.class);
        PositionStore positions = WORLD.node().bean(PositionStore.class);
        positions.begin(ViewTables.LIVE, "zombie", 0, 0);
        projector.apply(
                ViewTables.LIVE, new PositionUpdate("zombie", List.of(new PositionUpdate.Move(0, 0, 10))), List.of());

        assertThatThrownBy(() -> projector.apply(
                        ViewTables.LIVE,
                        new PositionUpdate("zombie", List.of(new PositionUpdate.Move(0, 0, 7))),
                        List.of()))
                .isInstanceOf(PositionMovedException.class);
        assertThat(positions.find(ViewTables.LIVE, "zombie", 0)).hasValue(10);
    }

    @Test
    void sharesTheWorkWithAnotherNode() {
        AccountId ada = CHAT.account("sharing");
        UUID channel = CHAT.channel("sharing", Visibility.PUBLIC, ada);
        try (QueryNode other = WORLD.start(Map.of())) {
            await().until(() -> other.bean(ConsumerState.class).assigned());
            for (int i = 0; i < 200; i++) {
                CHAT.post(channel, ada, "message " + i);
            }
            WORLD.settle();
        }
        CHAT.post(channel, ada, "after the other has left");
        WORLD.settle();

        assertThat(row("SELECT message_count FROM channel_view WHERE name = 'sharing'"))
                .isEqualTo(201);
    }

    private static long row(String sql) {
        Long value = WORLD.node().jdbc().queryForObject(sql, Long.class);
        return value == null ? 0 : value;
    }
}
