package tidings.command.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tidings.launcher.fixture.SharedServers;
import tidings.launcher.fixture.SharedServers.Database;

class LongChannelIT {

    private static final int EVERY = 1_000;

    private final Database database = SharedServers.get().freshDatabase("long_channel");

    @Test
    void readsFewRowsHoweverLongItsPastIs() {
        try (EngineNode node = EngineNode.on(database);
                EngineNode another = EngineNode.on(database)) {
            LongChannel channel = LongChannel.open(node).withMessages(20_000);
            awaitFewRows(channel, 20_000, 1 + 2 * EVERY);
            assertThat(channel.at(another).post("next").changes()).isEqualTo(1);
            assertThat(channel.at(another).post("past-19999").changes()).isZero();
            assertThat(channel.at(another).post("past-0").changes()).isZero();
        }
    }

    @Test
    void writesTheSnapshotsOfManyMembersLessOften() {
        try (EngineNode node = EngineNode.on(database);
                EngineNode another = EngineNode.on(database)) {
            LongChannel channel = LongChannel.open(node).withMembers(10_000).withMessages(4_000);
            awaitFewRows(channel, 4_000, 1 + 2 * 2 * EVERY);
            assertThat(channel.at(another).post("next").changes()).isEqualTo(1);
        }
    }

    /** Snapshots are taken beside the decisions, one at a time: one that falls due meanwhile is left to the next. */
    private static void awaitFewRows(LongChannel channel, int messages, long rows) {
        AtomicInteger written = new AtomicInteger(messages);
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            int from = written.getAndAdd(EVERY);
            channel.withMessages(from, from + EVERY);
            return channel.rowsToLoad() <= rows;
        });
    }
}
