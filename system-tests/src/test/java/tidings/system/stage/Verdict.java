package tidings.system.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tidings.launcher.fixture.ProgressWait;
import tidings.system.history.History;
import tidings.system.history.HistoryChecker;
import tidings.system.history.LoggedEvent;
import tidings.system.history.Observation.Followed;
import tidings.system.history.Observation.Received;

/** What the checker says of a history, once everything has come to rest. */
public final class Verdict {

    private Verdict() {}

    /** Fails the test when anything was lost, doubled, reordered, or shown otherwise than it was recorded. */
    public static void of(History history, Stage stage) {
        List<LoggedEvent> log = stage.log().of(history.channels());
        try {
            ProgressWait.observing(history::size).until("everybody has caught up", () -> allCaughtUp(history, log));
        } catch (AssertionError standstill) {
            // the checker says better what is missing
        }
        assertThat(history.all(Received.class))
                .as("a history without events proves nothing")
                .isNotEmpty();
        assertThat(HistoryChecker.check(history.observations(), log)).isEmpty();
    }

    private static boolean allCaughtUp(History history, List<LoggedEvent> log) {
        Map<String, Long> heads =
                log.stream().collect(Collectors.toMap(LoggedEvent::streamId, LoggedEvent::seq, Math::max));
        Map<String, Long> seen = history.all(Received.class).stream()
                .collect(Collectors.toMap(
                        received -> received.client() + received.channelId(), Received::seq, Math::max));
        return history.all(Followed.class).stream()
                .allMatch(followed -> seen.getOrDefault(followed.client() + followed.channelId(), followed.after())
                        >= heads.getOrDefault(followed.channelId(), -1L));
    }
}
