package tidings.command.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SeenHeadsTest {

    private static final Duration MEMORY = Duration.ofSeconds(2);

    private long now = -5;
    private final SeenHeads heads = new SeenHeads(MEMORY, () -> now);

    @Test
    void whatWasJustSeenWasNotSeenLongAgo() {
        heads.saw(10);
        pass(Duration.ofMillis(1_999));
        assertThat(heads.sawLongAgo(10)).isFalse();
        pass(Duration.ofMillis(1));
        assertThat(heads.sawLongAgo(10)).isTrue();
        assertThat(heads.sawLongAgo(11)).isFalse();
    }

    @Test
    void eachSightingAgesByItself() {
        for (int head = 0; head < 100; head++) {
            heads.saw(head);
            pass(Duration.ofMillis(100));
        }
        assertThat(heads.sawLongAgo(80)).isTrue();
        assertThat(heads.sawLongAgo(81)).isFalse();
    }

    @Test
    void nothingWasEverSeenAtFirst() {
        pass(MEMORY.multipliedBy(2));
        assertThat(heads.sawLongAgo(0)).isFalse();
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
