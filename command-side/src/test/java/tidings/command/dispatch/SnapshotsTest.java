package tidings.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventsourcing.Snapshotter;
import org.junit.jupiter.api.Test;

class SnapshotsTest {

    private final List<String> taken = new ArrayList<>();
    private final Snapshotter snapshotter = (type, id) -> taken.add(id);
    private final Snapshots snapshots = new Snapshots(snapshotter, 1_000);

    @Test
    void takesOneWheneverAMultipleOfTheIntervalIsPassed() {
        snapshots.grown(Object.class, "created", -1, 0, 1);
        snapshots.grown(Object.class, "short", 0, 998, 1);
        snapshots.grown(Object.class, "reached", 998, 999, 1);
        snapshots.grown(Object.class, "behind", 999, 1_000, 1);
        snapshots.grown(Object.class, "far", 1_500, 4_200, 1);
        assertThat(taken).containsExactly("reached", "far");
    }

    @Test
    void takesThemLessOftenOfALargeAggregate() {
        int fiftyThousandMembers = 50_000 / 4 + 512;
        assertThat(snapshots.interval(513)).isEqualTo(1_000);
        assertThat(snapshots.interval(fiftyThousandMembers)).isEqualTo(7_000);
    }

    @Test
    void takesNoneWhereNoneAreWanted() {
        Snapshots.NONE.grown(Object.class, "long", -1, Integer.MAX_VALUE, 1);
        assertThat(taken).isEmpty();
    }
}
