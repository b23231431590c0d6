package tidings.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tidings.launcher.instance.ManagedProcess;
import tidings.system.client.Device;
import tidings.system.stage.FullTable;
import tidings.system.stage.Stage;

/** Without the log there is no acknowledgement, and always an answer. */
class MysqlFaultsIT {

    /** Longer than a client waits for an answer. */
    private static final Duration STALL = Duration.ofSeconds(20);

    private static final Duration LATENCY = Duration.ofMillis(100);

    private final Stage stage = Stage.shared();
    private final ManagedProcess mysql = stage.process("mysql");

    @AfterEach
    void everythingIsUpAgain() {
        stage.wiring().mysqlOfCommand1().heal();
        stage.awaitWhole();
    }

    /** Fault 15. */
    @Test
    void mysqlIsKilled() {
        try (Crowd crowd = Crowd.talkingIn(stage)) {
            int restarts = mysql.restarts();
            mysql.crash();
            crowd.awaitMoreAnswers(10);
            assertThat(mysql.restarts()).isGreaterThan(restarts);
            crowd.fallSilentAndCompareNotes();
            assertThat(crowd.hangs()).isZero();
            Report.of("15 MySQL: kill -9", crowd);
        }
    }

    /** Fault 16. */
    @Test
    void mysqlStandsStill() {
        try (Crowd crowd = Crowd.talkingIn(stage)) {
            try (Stall stall = Stall.of(mysql)) {
                stall.awaitAge(STALL);
            }
            crowd.awaitMoreAnswers(10);
            crowd.fallSilentAndCompareNotes();
            assertThat(crowd.hangs()).isZero();
            assertThat(crowd.devices()).allMatch(MysqlFaultsIT::heardThatItIsUnavailable);
            Report.of("16 MySQL: SIGSTOP for 20 s", crowd);
        }
    }

    private static boolean heardThatItIsUnavailable(Device device) {
        return device.frames().stream()
                .anyMatch(frame -> frame.path("code").asString("").equals("UNAVAILABLE"));
    }

    /** Fault 17. */
    @Test
    void mysqlIsRestarted() {
        try (Crowd crowd = Crowd.talkingIn(stage)) {
            mysql.stop();
            mysql.bringUp();
            crowd.awaitMoreAnswers(10);
            crowd.fallSilentAndCompareNotes();
            assertThat(crowd.hangs()).isZero();
            Report.of("17 MySQL: restart", crowd);
        }
    }

    /** Fault 21. */
    @Test
    void mysqlHasNoRoomForRows() {
        try (Crowd crowd = Crowd.talkingIn(stage)) {
            crowd.post(stage.command(1), stage.command(2));
            try (FullTable full = FullTable.ofEvents(stage)) {
                crowd.await(
                        "everybody hears that it does not go on",
                        () -> crowd.devices().stream().allMatch(MysqlFaultsIT::heardThatItIsUnavailable));
            }
            crowd.awaitMoreAnswers(10);
            try (FullTable full = FullTable.ofMessages(stage)) {
                crowd.awaitMoreAnswers(10);
            }
            crowd.fallSilentAndCompareNotes();
            assertThat(crowd.hangs()).isZero();
            Report.of("21 MySQL: no room for rows", crowd);
        }
    }

    /** Fault 20. */
    @Test
    void oneCommandNodeIsFarFromMysql() {
        try (Crowd crowd = Crowd.talkingIn(stage)) {
            stage.wiring().mysqlOfCommand1().slow(LATENCY);
            crowd.awaitMoreAnswers(20);
            stage.wiring().mysqlOfCommand1().heal();
            crowd.fallSilentAndCompareNotes();
            Report.of("20 command-1 and MySQL: 200 ms of delay", crowd);
        }
    }
}
