package tidings.query.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

class ConsumerStateTest {

    private static final Instant START = Instant.parse("2026-11-29T00:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final AtomicInteger ended = new AtomicInteger();
    private final ConsumerState state = new ConsumerState(
            new Clock() {
                @Override
                public Instant instant() {
                    return now.get();
                }

                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }
            },
            new LogProperties("", "events", "markers", "group", 1, Duration.ofMillis(1), 1));

    private void failsAt(long second) {
        now.set(START.plusSeconds(second));
        state.failed(new StackOverflowError("injected"));
    }

    @Test
    void aLoopThatFailsForAMinuteEndsTheProcessOnce() {
        state.whenHopeless(ended::incrementAndGet);
        failsAt(5);
        failsAt(65);
        assertThat(ended).hasValue(0);
        failsAt(66);
        failsAt(67);
        assertThat(ended).hasValue(1);
    }

    @Test
    void anOutageOfKafkaEndsNothing() {
        state.whenHopeless(ended::incrementAndGet);
        for (int second = 0; second < 300; second += 20) {
            now.set(START.plusSeconds(second));
            state.failed(new KafkaException("away"));
        }
        assertThat(ended).hasValue(0);
        assertThat(state.failures()).isEqualTo(15);
    }

    @Test
    void aTurnBetweenIsASuccess() {
        state.whenHopeless(ended::incrementAndGet);
        failsAt(5);
        state.turned(0);
        failsAt(70);
        assertThat(ended).hasValue(0);
    }
}
