package tidings.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tidings.launcher.instance.ManagedProcess;
import tidings.system.stage.Stage;

/** What is remembered stays a fold over the log, and whoever wrote reads it back or waits. */
class QueryFaultsIT {

    /** Longer than a consumer may be silent before its group goes on without it. */
    private static final Duration STALL = Duration.ofSeconds(15);

    private final Stage stage = Stage.shared();
    private final ManagedProcess query = stage.process("query-1");

    @AfterEach
    void everythingIsUpAgain() {
        stage.awaitWhole();
    }

    /** Fault 8. */
    @Test
    void theQueryNodeIsKilledWhilePeopleTalk() {
        try (Crowd crowd = Crowd.talkingIn(stage)) {
            int restarts = query.restarts();
            query.crash();
            crowd.awaitMoreAnswers(20);
            stage.awaitWhole();
            crowd.awaitMoreAnswers(5);
            crowd.fallSilentAndCompareNotes();
            assertThat(query.restarts()).isGreaterThan(restarts);
            Report.of("8 query-1: kill -9", crowd);
        }
    }

    /** Fault 9. */
    @Test
    void theQueryNodeStandsStillAndComesBack() {
        try (Crowd crowd = Crowd.talkingIn(stage)) {
            try (Stall stall = Stall.of(query)) {
                stall.awaitAge(STALL);
            }
            crowd.awaitMoreAnswers(5);
            crowd.fallSilentAndCompareNotes();
            Report.of("9 query-1: SIGSTOP for 15 s", crowd);
        }
    }
}
