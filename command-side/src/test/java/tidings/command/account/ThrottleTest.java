package tidings.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T03:04:05Z"));
    private final InstantSource time = now::get;
    private final Clock clock = time.withZone(ZoneOffset.UTC);
    private final Throttle throttle = new Throttle(3, Duration.ofSeconds(10), clock);

    @Test
    void letsABurstThroughAndThenOnePerInterval() {
        assertThat(IntStream.range(0, 3).mapToObj(i -> throttle.take("a"))).containsOnly(Duration.ZERO);
        assertThat(throttle.take("a")).isEqualTo(Duration.ofSeconds(10));
        assertThat(throttle.take("b")).isEqualTo(Duration.ZERO);

        now.updateAndGet(before -> before.plusSeconds(10));
        assertThat(throttle.take("a")).isEqualTo(Duration.ZERO);
        assertThat(throttle.take("a")).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void isFullAgainAfterAWhile() {
        IntStream.range(0, 5).forEach(i -> throttle.take("a"));
        now.updateAndGet(before -> before.plusSeconds(30));
        assertThat(IntStream.range(0, 3).mapToObj(i -> throttle.take("a"))).containsOnly(Duration.ZERO);
        assertThat(throttle.take("a")).isPositive();
    }

    @Test
    void forgetsOnDemand() {
        IntStream.range(0, 5).forEach(i -> throttle.take("a"));
        throttle.forget("a");
        assertThat(throttle.take("a")).isEqualTo(Duration.ZERO);
    }

    @Test
    void limitsAddressesButNotLoopback() {
        AccountProperties properties =
                new AccountProperties(4, 1, 8, 3, Duration.ofSeconds(10), 2, Duration.ofSeconds(10), false);
        AccountThrottles throttles = new AccountThrottles(properties, clock);
        assertThat(IntStream.range(0, 9).mapToObj(i -> throttles.attempt("127.0.0.1")))
                .containsOnly(Duration.ZERO);
        assertThat(IntStream.range(0, 9).mapToObj(i -> throttles.attempt("::1")))
                .containsOnly(Duration.ZERO);
        assertThat(throttles.attempt("2001:db8::1")).isZero();
        assertThat(throttles.attempt("2001:db8::2")).isZero();
        assertThat(throttles.attempt("2001:db8::3")).as("the same customer").isPositive();
        assertThat(throttles.attempt("2001:db8:1::3")).isZero();
        assertThat(IntStream.range(0, 2).mapToObj(i -> throttles.attempt("192.0.2.1")))
                .containsOnly(Duration.ZERO);
        assertThat(throttles.attempt("192.0.2.1")).isPositive();
        assertThat(throttles.attempt("no address")).isZero();
    }
}
