package tidings.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
            awaitFewRows(channel, 1 + EVERY);
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
            awaitFewRows(channel, 1 + 2 * EVERY);
            assertThat(channel.at(another).post("next").changes()).isEqualTo(1);
        }
    }

    /** A snapshot is taken whenever it falls due, and written a moment after the decision was answered. */
    private static void awaitFewRows(LongChannel channel, long rows) {
        await().until(() -> channel.rowsToLoad() <= rows);
    }
}
