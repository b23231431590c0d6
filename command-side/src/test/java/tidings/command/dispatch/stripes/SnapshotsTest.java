package tidings.command.dispatch.stripes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SnapshotsTest {

    private final List<String> taken = new ArrayList<>();
    private final Snapshots snapshots = new Snapshots((aggregate, id, seq) -> () -> taken.add(id + " " + seq), 1_000);

    @Test
    void takesOneWheneverAMultipleOfTheIntervalIsPassed() {
        snapshots.grown("aggregate", "created", -1, 0, 1, Runnable::run);
        snapshots.grown("aggregate", "short", 0, 998, 1, Runnable::run);
        snapshots.grown("aggregate", "reached", 998, 999, 1, Runnable::run);
        snapshots.grown("aggregate", "behind", 999, 1_000, 1, Runnable::run);
        snapshots.grown("aggregate", "far", 1_500, 4_200, 1, Runnable::run);
        assertThat(taken).containsExactly("reached 999", "far 4200");
    }

    @Test
    void writesNoneOfEventsThatMayNeverBecomeDurable() {
        snapshots.grown("aggregate", "reached", 998, 999, 1, write -> {});
        assertThat(taken).isEmpty();
    }

    @Test
    void takesThemLessOftenOfALargeAggregate() {
        int fiftyThousandMembers = 50_000 / 4 + 512;
        assertThat(snapshots.interval(513)).isEqualTo(1_000);
        assertThat(snapshots.interval(fiftyThousandMembers)).isEqualTo(7_000);
    }

    @Test
    void takesNoneWhereNoneAreWanted() {
        Snapshots.NONE.grown("aggregate", "long", -1, Integer.MAX_VALUE, 1, Runnable::run);
        assertThat(taken).isEmpty();
    }
}
