package tidings.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.Test;
import tidings.system.client.Account;
import tidings.system.client.Device;
import tidings.system.history.History;
import tidings.system.history.LoggedEvent;
import tidings.system.history.TimelineFold;
import tidings.system.stage.Stage;
import tidings.system.stage.Timeline;
import tidings.system.stage.Verdict;

class RestartIT {

    private final Stage stage = Stage.shared();

    @Test
    void afterARestartOfEverythingNothingIsMissingAndTheChatGoesOn() {
        History history = new History();
        Account ann = stage.newcomer("ann");
        Account bob = stage.newcomer("bob");
        String room = ann.openChannel(ann.username() + "-room", "PRIVATE", bob);
        long before =
                ann.post(room, "before", "good night").expect(201).path("seq").asLong();
        List<LoggedEvent> log = stage.log().all();

        stage.restart();

        assertThat(stage.log().all()).startsWith(log.toArray(LoggedEvent[]::new));
        assertThat(Timeline.read(ann.signInAgain(), room, before)).isEqualTo(TimelineFold.of(room, log));
        assertThat(ann.post(room, "before", "good night")
                        .expect(201)
                        .path("seq")
                        .asLong())
                .isEqualTo(before);
        try (Device device = bob.signInAgain().device("phone", history)) {
            device.follow(room, before).connect();
            await().until(device::isReady);
            long after = ann.post(room, "after", "good morning")
                    .expect(201)
                    .path("seq")
                    .asLong();
            assertThat(after).isEqualTo(before + 1);
            await().until(() -> device.cursor(room) == after);
            Verdict.of(history, stage);
        }
    }
}
