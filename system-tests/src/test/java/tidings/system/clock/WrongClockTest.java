package tidings.system.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrongClockTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void isWrongByWhatTheFileSays() throws IOException {
        Path file = Files.writeString(folder.resolve("ahead"), "-90\n");
        assertThat(new WrongClock(Clock.fixed(NOW, ZoneOffset.UTC), file).instant())
                .isEqualTo(NOW.minusSeconds(90));
    }

    @Test
    void followsTheFileWithinASecond() throws IOException {
        Path file = Files.writeString(folder.resolve("ahead"), "+90\n");
        Instant[] now = {NOW};
        WrongClock clock = new WrongClock(clockOf(now), file);
        clock.instant();
        Files.writeString(file, "0");
        now[0] = NOW.plus(Duration.ofSeconds(1));
        assertThat(clock.instant()).isEqualTo(now[0]);
    }

    @Test
    void isRightWithoutAFile() {
        assertThat(new WrongClock(Clock.fixed(NOW, ZoneOffset.UTC), folder.resolve("none")).instant())
                .isEqualTo(NOW);
    }

    private static Clock clockOf(Instant[] now) {
        return new Clock() {
            @Override
            public Instant instant() {
                return now[0];
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        };
    }
}
