package tidings.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tidings.system.stage.Link;
import tidings.system.stage.Stage;

/** Redis costs delay and never data. The numbers are those of the design's table of faults. */
class RedisFaultsIT {

    private static final Duration LATENCY = Duration.ofMillis(100);

    private final Stage stage = Stage.shared();
    private final Link link = stage.wiring().redisOfGateway1();

    @AfterEach
    void everythingIsUpAgain() {
        link.heal();
        stage.awaitWhole();
    }

    /** Fault 14. */
    @Test
    void redisForgetsEverything() throws IOException {
        try (Crowd crowd = Crowd.talkingIn(stage)) {
            for (int n = 0; n < 3; n++) {
                flushRedis();
                crowd.awaitMoreAnswers(5);
            }
            crowd.fallSilentAndCompareNotes();
            Report.of("14 Redis: FLUSHALL, three times", crowd);
        }
    }

    /** Fault 13. */
    @Test
    void redisIsKilled() {
        try (Crowd crowd = Crowd.talkingIn(stage)) {
            stage.process("redis").takeDown();
            crowd.awaitMoreAnswers(10);
            stage.process("redis").bringUp();
            crowd.awaitMoreAnswers(10);
            crowd.fallSilentAndCompareNotes();
            Report.of("13 Redis: kill -9", crowd);
        }
    }

    /** Fault 19, as whoever is told of it. */
    @Test
    void oneGatewayIsCutOffFromRedis() {
        try (Crowd crowd = Crowd.talkingIn(stage)) {
            link.cut();
            crowd.awaitMoreAnswers(20);
            link.heal();
            crowd.awaitMoreAnswers(5);
            crowd.fallSilentAndCompareNotes();
            Report.of("19 gateway-1 is cut off from Redis (resets)", crowd);
        }
    }

    /** Fault 19, as whoever is told nothing: packets just do not arrive any more. */
    @Test
    void whatOneGatewayAndRedisSayToEachOtherIsLost() {
        try (Crowd crowd = Crowd.talkingIn(stage)) {
            Stall.Span span = Stall.Span.begin();
            link.stall();
            crowd.awaitMoreAnswers(20);
            span.awaitAge(Duration.ofSeconds(10));
            link.heal();
            crowd.awaitMoreAnswers(5);
            link.slow(LATENCY);
            crowd.awaitMoreAnswers(10);
            crowd.fallSilentAndCompareNotes();
            Report.of("19 gateway-1 and Redis: 10 s of silence, then 200 ms of delay", crowd);
        }
    }

    private void flushRedis() throws IOException {
        try (Socket redis = new Socket(
                InetAddress.getLoopbackAddress(), stage.process("redis").port())) {
            String password = Files.readString(Path.of(stage.description().secretsDir(), "redis"))
                    .strip();
            String commands = "AUTH tidings " + password + "\r\nFLUSHALL\r\n";
            redis.getOutputStream().write(commands.getBytes(StandardCharsets.US_ASCII));
            byte[] answer = redis.getInputStream().readNBytes("+OK\r\n+OK".length());
            assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("+OK\r\n+OK");
        }
    }
}
