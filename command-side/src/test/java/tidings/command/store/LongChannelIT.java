package tidings.command.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
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
            // the last snapshot is taken beside the decisions, so it may be one interval behind
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(channel.rowsToLoad()).isLessThanOrEqualTo(1 + 2 * EVERY));
            assertThat(channel.at(another).post("next").seq()).isEqualTo(20_002);
            assertThat(channel.at(another).post("past-19999").changes()).isZero();
            assertThat(channel.at(another).post("past-0").changes()).isZero();
        }
    }

    @Test
    void writesTheSnapshotsOfManyMembersLessOften() {
        try (EngineNode node = EngineNode.on(database);
                EngineNode another = EngineNode.on(database)) {
            LongChannel channel = LongChannel.open(node).withMembers(10_000).withMessages(4_000);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(channel.rowsToLoad()).isLessThanOrEqualTo(1 + 2 * 3 * EVERY));
            assertThat(channel.at(another).post("next").seq()).isEqualTo(14_002);
        }
    }
}
