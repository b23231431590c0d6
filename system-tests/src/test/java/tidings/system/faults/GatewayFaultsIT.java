package tidings.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tidings.launcher.instance.ManagedProcess;
import tidings.system.client.Device;
import tidings.system.stage.Program;
import tidings.system.stage.Stage;

/** Gateways and the door before them come and go. The numbers are those of the design's table of faults. */
class GatewayFaultsIT {

    private final Stage stage = Stage.shared();
    private final ManagedProcess gateway = stage.process("gateway-1");
    private final ManagedProcess nginx = stage.process("nginx");

    @AfterEach
    void everythingIsUpAgain() {
        stage.awaitWhole();
    }

    /** Fault 1. */
    @Test
    void aGatewayIsKilledAndItsPeopleResumeOnTheOther() {
        try (Crowd crowd = Crowd.talkingIn(stage)) {
            gateway.takeDown();
            crowd.awaitMoreAnswers(20);
            assertThat(crowd.reconnected()).isBetween(1L, crowd.devices().size() - 1L);
            gateway.bringUp();
            crowd.awaitMoreAnswers(5);
            crowd.fallSilentAndCompareNotes();
            Report.of("1 gateway-1: kill -9", crowd);
        }
    }

    /** Fault 3. */
    @Test
    void aGatewayIsStoppedAndTellsItsPeopleWhenToComeBack() {
        try (Crowd crowd = Crowd.talkingIn(stage)) {
            gateway.stop();
            crowd.awaitMoreAnswers(10);
            assertThat(crowd.devices()).filteredOn(GatewayFaultsIT::wasDrained).isNotEmpty();
            gateway.bringUp();
            crowd.awaitMoreAnswers(5);
            crowd.fallSilentAndCompareNotes();
            Report.of("3 gateway-1: graceful drain", crowd);
        }
    }

    private static boolean wasDrained(Device device) {
        return device.connections() > 1
                && device.frames().stream()
                        .anyMatch(frame -> frame.path("type").asString("").equals("draining"));
    }

    /** Fault 18. */
    @Test
    void nginxIsKilledAndReloaded() {
        try (Crowd crowd = Crowd.talkingIn(stage)) {
            nginx.crash();
            crowd.awaitMoreAnswers(10);
            assertThat(crowd.reconnected()).isEqualTo(crowd.devices().size());
            Program.run("kill", "-HUP", String.valueOf(nginx.pid()));
            crowd.awaitMoreAnswers(30);
            crowd.fallSilentAndCompareNotes();
            Report.of("18 nginx: kill -9, then reload", crowd);
        }
    }
}
