package tidings.system.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static tidings.launcher.fixture.ProgressWait.STANDSTILL;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tidings.system.client.Account;
import tidings.system.client.Answer;
import tidings.system.client.Device;
import tidings.system.history.History;
import tidings.system.stage.Stage;
import tidings.system.stage.Timeline;
import tools.jackson.databind.JsonNode;

/** A private channel answers a stranger exactly as one that does not exist. */
class PrivacyIT {

    private static final String NO_SUCH_CHANNEL = "01890a5d-ac96-774b-bcce-b302099a8057";

    private final Stage stage = Stage.shared();
    private final Account ann = stage.newcomer("ann");
    private final Account eve = stage.newcomer("eve");
    private final String room = ann.openChannel(ann.username() + "-room", "PRIVATE");

    @Test
    void aStrangerCannotTellItFromAnUnknownOneOverRest() {
        assertThat(write(eve, room)).isEqualTo(write(eve, NO_SUCH_CHANNEL));
        assertThat(write(eve, room).status()).isEqualTo(404);
        assertThat(join(eve, room)).isEqualTo(join(eve, NO_SUCH_CHANNEL)).isEqualTo(404);
    }

    @Test
    void aStrangerCannotFollowItAndIsToldNothing() throws Exception {
        try (Device spy = eve.device("spy", new History());
                Device home = ann.device("home", new History())) {
            spy.connect();
            home.follow(room, -1).connect();
            await().until(() -> spy.isReady() && home.isReady());
            assertThat(errorCode(spy, "subscribe", room, Map.of("after", -1))).isEqualTo("NOT_FOUND");
            assertThat(errorCode(spy, "send", room, Map.of("clientMessageId", "x", "body", "let me in")))
                    .isEqualTo(errorCode(
                            spy, "send", NO_SUCH_CHANNEL, Map.of("clientMessageId", "x", "body", "let me in")))
                    .isEqualTo("NOT_FOUND");
            long seq = home.send(room, "secret")
                    .get(STANDSTILL.toSeconds(), TimeUnit.SECONDS)
                    .seq();
            await().until(() -> home.cursor(room) == seq);
            // a frame of the spy's own comes after anything that was pushed to it before
            spy.request("ping", room, Map.of()).get(STANDSTILL.toSeconds(), TimeUnit.SECONDS);
            assertThat(spy.frames()).noneMatch(frame -> frame.toString().contains("secret"));
        }
    }

    @Test
    void aStrangerFindsNothingInGraphQl() {
        JsonNode posted = ann.post(room, "key", "a secret pineapple").expect(201);
        assertThat(Timeline.read(ann, room, posted.path("seq").asLong())).hasSize(1);
        Map<String, String> variables =
                Map.of("room", room, "message", posted.path("id").asString(), "words", "pineapple");
        String query = """
                query($room: ID!, $message: ID!, $words: String!) {
                  channel(id: $room) { id }
                  message(id: $message) { id }
                  search(query: $words) { edges { node { message { id } } } }
                  channels(first: 50) { edges { node { id } } }
                }""";
        JsonNode stranger = eve.query(query, variables);
        assertThat(stranger.path("channel").isNull()).isTrue();
        assertThat(stranger.path("message").isNull()).isTrue();
        assertThat(stranger.path("search").path("edges")).isEmpty();
        assertThat(stranger.path("channels").toString()).doesNotContain(room);
        assertThat(ann.query(query, variables).path("search").path("edges")).hasSize(1);
    }

    private static Answer write(Account account, String channelId) {
        return account.post(channelId, "key", "hello?");
    }

    private static int join(Account account, String channelId) {
        return account.http()
                .call("PUT", "/api/channels/" + channelId + "/members/me", null)
                .status();
    }

    private static String errorCode(Device device, String type, String channelId, Map<String, ?> fields)
            throws Exception {
        return device.request(type, channelId, fields)
                .get(STANDSTILL.toSeconds(), TimeUnit.SECONDS)
                .path("code")
                .asString();
    }
}
