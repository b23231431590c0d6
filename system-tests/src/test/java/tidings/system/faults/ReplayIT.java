package tidings.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tidings.launcher.fixture.ProgressWait;
import tidings.system.client.Http;
import tidings.system.history.TimelineFold;
import tidings.system.stage.Stage;
import tidings.system.stage.Timeline;
import tools.jackson.databind.JsonNode;

/** Fault 30: the projections are rebuilt from the log while people talk. */
class ReplayIT {

    private final Stage stage = Stage.shared();
    private final Http query = stage.queryInternals();

    @Test
    void aReplayWhilePeopleTalkChangesNothing() {
        try (Crowd crowd = Crowd.talkingIn(stage)) {
            replay();
            crowd.awaitMoreAnswers(5);
            crowd.fallSilentAndCompareNotes();
            assertThat(Timeline.read(crowd.host(), crowd.room(), stage.log().head(crowd.room())))
                    .isEqualTo(TimelineFold.of(crowd.room(), stage.log().all()));
        }
        JsonNode digests = query.get("/internal/digests").expect(200).path("tables");
        replay();
        assertThat(query.get("/internal/digests").expect(200).path("tables"))
                .isNotEmpty()
                .isEqualTo(digests);
    }

    private void replay() {
        String id = query.call("POST", "/internal/replays", null)
                .expect(202)
                .path("id")
                .asString();
        ProgressWait.observing(() -> query.get("/internal/replays/" + id).body())
                .until("the replay has ended", () -> !state(id).equals("RUNNING"));
        assertThat(state(id)).as("%s", query.get("/internal/replays/" + id)).isEqualTo("DONE");
    }

    private String state(String id) {
        return query.get("/internal/replays/" + id).expect(200).path("state").asString();
    }
}
