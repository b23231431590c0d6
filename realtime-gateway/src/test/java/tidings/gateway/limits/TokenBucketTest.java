package tidings.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TokenBucketTest {

    private static final long START = Long.MAX_VALUE - 1_000;

    private final TokenBucket bucket = new TokenBucket(20, 40);

    @Test
    void letsABurstThroughAndThenSaysHowLongToWait() {
        for (int i = 0; i < 40; i++) {
            assertThat(bucket.take(START)).isZero();
        }
        assertThat(bucket.take(START)).isBetween(50L, 51L);
    }

    @Test
    void holdsTheRateOverTime() {
        long taken = 0;
        for (int ms = 0; ms < 10_000; ms++) {
            if (bucket.take(START + TimeUnit.MILLISECONDS.toNanos(ms)) == 0) {
                taken++;
            }
        }
        assertThat(taken).isBetween(238L, 241L);
    }

    @Test
    void forgivesAfterAPause() {
        for (int i = 0; i < 41; i++) {
            bucket.take(START);
        }
        assertThat(bucket.take(START + TimeUnit.SECONDS.toNanos(1))).isZero();
    }
}
