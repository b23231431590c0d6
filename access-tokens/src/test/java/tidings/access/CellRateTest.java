package tidings.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CellRateTest {

    private static final long START = Long.MAX_VALUE - 1_000;

    private final CellRate rate = new CellRate(20, 40);

    @Test
    void letsABurstThroughAndThenSaysHowLongToWait() {
        for (int i = 0; i < 40; i++) {
            assertThat(rate.takeMillis(START)).isZero();
        }
        assertThat(rate.takeMillis(START)).isBetween(50L, 51L);
    }

    @Test
    void holdsTheRateOverTime() {
        long taken = 0;
        for (int ms = 0; ms < 10_000; ms++) {
            if (rate.takeMillis(START + TimeUnit.MILLISECONDS.toNanos(ms)) == 0) {
                taken++;
            }
        }
        assertThat(taken).isBetween(238L, 241L);
    }

    @Test
    void forgivesAfterAPause() {
        for (int i = 0; i < 41; i++) {
            rate.takeMillis(START);
        }
        assertThat(rate.takeMillis(START + TimeUnit.SECONDS.toNanos(1))).isZero();
    }

    @Test
    void letsThroughWhatComesEarlierThanTheBurstByTheSlack() {
        CellRate slack = new CellRate(20, 1, TimeUnit.SECONDS.toNanos(1));
        for (int i = 0; i < 21; i++) {
            assertThat(slack.take(START)).isZero();
        }
        assertThat(slack.take(START)).isEqualTo(TimeUnit.MILLISECONDS.toNanos(50));
    }
}
