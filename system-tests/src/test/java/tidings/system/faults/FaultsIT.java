package tidings.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidings.launcher.instance.ManagedProcess;
import tidings.system.history.TimelineFold;
import tidings.system.stage.Stage;
import tidings.system.stage.Timeline;

/** The numbers are those of the design's table of faults. */
class FaultsIT {

    private static final Logger LOG = LoggerFactory.getLogger(FaultsIT.class);
    private static final Duration RECOVERY = Duration.ofSeconds(60);

    private final Stage stage = Stage.shared();

    @AfterEach
    void everythingIsUpAgain() {
        for (String name : List.of("gateway-1", "gateway-2", "command-1", "redis")) {
            await().atMost(RECOVERY).until(() -> stage.process(name).isReady());
        }
    }

    /** Fault 1. */
    @Test
    void aGatewayIsKilledAndItsPeopleResumeOnTheOther() {
        try (Crowd crowd = Crowd.talkingIn(stage)) {
            stage.process("gateway-1").takeDown();
            crowd.awaitMoreAnswers(20);
            assertThat(crowd.reconnected()).isBetween(1L, crowd.size() - 1L);
            stage.process("gateway-1").bringUp();
            crowd.awaitMoreAnswers(5);
            crowd.fallSilentAndCompareNotes();
            report("a gateway killed", crowd);
        }
    }

    /** Faults 4 and 5: wherever it was between commit, answer and relay. */
    @Test
    void theCommandNodeIsKilledAndWhatIsSentAgainIsRecordedOnce() {
        ManagedProcess command = stage.process("command-1");
        try (Crowd crowd = Crowd.talkingIn(stage)) {
            int restarts = command.restarts();
            command.crash();
            crowd.awaitMoreAnswers(20);
            assertThat(command.restarts()).isGreaterThan(restarts);
            crowd.fallSilentAndCompareNotes();
            assertThat(Timeline.read(crowd.host(), crowd.room(), stage.log().head(crowd.room())))
                    .isEqualTo(TimelineFold.of(crowd.room(), stage.log().all()));
            report("the command node killed", crowd);
        }
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
            report("Redis flushed", crowd);
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
            report("Redis killed", crowd);
        }
    }

    private void flushRedis() throws IOException {
        try (Socket redis = new Socket(
                InetAddress.getLoopbackAddress(), stage.process("redis").port())) {
            redis.getOutputStream().write("FLUSHALL\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] answer = redis.getInputStream().readNBytes("+OK".length());
            assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("+OK");
        }
    }

    private static void report(String fault, Crowd crowd) {
        LOG.info("{}: the longest wait for an answer was {} ms", fault, crowd.longestWaitForAnAnswerMs());
    }
}
