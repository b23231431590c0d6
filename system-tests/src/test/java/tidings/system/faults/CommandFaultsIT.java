package tidings.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static tidings.launcher.fixture.ProgressWait.STANDSTILL;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tidings.launcher.instance.ManagedProcess;
import tidings.system.stage.CommitTrap;
import tidings.system.stage.Stage;

/** Command nodes that die, stall, disagree and live in another time. */
class CommandFaultsIT {

    private static final Duration STALL = Duration.ofSeconds(70);
    private static final Duration GATEWAY_STALL = Duration.ofSeconds(30);
    private static final int CLOCK_SKEW = 90;

    private final Stage stage = Stage.shared();
    private final ManagedProcess first = stage.process("command-1");
    private final ManagedProcess second = stage.process("command-2");
    private final CommitTrap commits = stage.wiring().commitsOfCommand1();

    @AfterEach
    void everythingIsUpAgain() {
        commits.release();
        stage.wiring().setClock(0);
        stage.awaitWhole();
    }

    /** Fault 4. */
    @Test
    void aNodeIsKilledBetweenCommitAndAnswer() {
        try (Crowd crowd = Crowd.talkingIn(stage)) {
            int restarts = first.restarts();
            CompletableFuture<Void> killed = commits.arm(CommitTrap.Moment.AFTER_COMMIT, first::crash);
            crowd.post(stage.command(1), stage.command(2));
            killed.orTimeout(STANDSTILL.toSeconds(), TimeUnit.SECONDS).join();
            commits.release();
            crowd.awaitMoreAnswers(20);
            crowd.fallSilentAndCompareNotes();
            stage.awaitWhole();
            assertThat(first.restarts()).isGreaterThan(restarts);
            Report.of("4 command-1: kill -9 between commit and answer", crowd);
        }
    }

    /** Fault 5: nothing can be relayed while Kafka stands still, and then the relay's node is no more. */
    @Test
    void allNodesAreKilledBetweenCommitAndRelay() {
        try (Crowd crowd = Crowd.talkingIn(stage)) {
            try (Stall kafka = Stall.of(stage.process("kafka"))) {
                crowd.awaitMoreAnswers(10);
                first.crash();
                second.crash();
            }
            crowd.awaitMoreAnswers(10);
            crowd.fallSilentAndCompareNotes();
            Report.of("5 command-1 and -2: kill -9 between commit and relay", crowd);
        }
    }

    /** Faults 6 and 2: the one takes so long that the other fits in. */
    @Test
    void aNodeStallsInTheMiddleOfAnAppendAndAnotherTakesOver() {
        try (Crowd crowd = Crowd.gatheredIn(stage)) {
            CompletableFuture<Void> stalled = commits.arm(CommitTrap.Moment.BEFORE_COMMIT, first::suspend);
            crowd.post(stage.command(1), stage.command(2));
            stalled.orTimeout(STANDSTILL.toSeconds(), TimeUnit.SECONDS).join();
            Stall.Span span = Stall.Span.begin();
            crowd.startTalking();
            crowd.awaitMoreAnswers(5);
            Report.of("6 command-1: SIGSTOP in an append, until the other has taken over", crowd);
            try (Stall gateway = Stall.of(stage.process("gateway-1"))) {
                gateway.awaitAge(GATEWAY_STALL);
            }
            crowd.awaitMoreAnswers(5);
            span.awaitAge(STALL);
            first.resume();
            commits.release();
            crowd.awaitMoreAnswers(10);
            crowd.fallSilentAndCompareNotes();
            Report.of("6, 2 command-1: SIGSTOP in an append for 70 s; gateway-1: for 30 s of it", crowd);
        } finally {
            first.resume();
        }
    }

    /** Fault 7. */
    @Test
    void twoNodesHandleOneChannelAtOnce() {
        try (Crowd crowd = Crowd.talkingIn(stage)) {
            crowd.post(stage.command(1));
            crowd.post(stage.command(2));
            crowd.awaitMoreAnswers(60);
            crowd.fallSilentAndCompareNotes();
            Report.of("7 command-1 and -2 write into one channel at once", crowd);
        }
    }

    /** Fault 22. */
    @Test
    void aNodesClockIsWrong() {
        try (Crowd crowd = Crowd.talkingIn(stage)) {
            crowd.postAsOfLongAgo(stage.command(1));
            crowd.postAsOfLongAgo(stage.command(2));
            for (int ahead : new int[] {CLOCK_SKEW, -CLOCK_SKEW, 0}) {
                stage.wiring().setClock(ahead);
                await().until(() -> Math.abs(clockOfSecondNode(crowd) - ahead) <= 2);
                crowd.awaitMoreAnswers(20);
            }
            crowd.fallSilentAndCompareNotes();
            Report.of("22 command-2: clock 90 s ahead, then 90 s behind", crowd);
        }
    }

    /** By its own account, in seconds ahead of ours: it says when a message was recorded. */
    private long clockOfSecondNode(Crowd crowd) {
        String at = crowd.postOnceAsOfLongAgo(stage.command(2)).text("at");
        return Duration.between(Instant.now(), Instant.parse(at)).toSeconds();
    }
}
