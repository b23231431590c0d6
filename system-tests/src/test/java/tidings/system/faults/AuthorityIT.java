package tidings.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static tidings.launcher.fixture.ProgressWait.STANDSTILL;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tidings.system.client.Account;
import tidings.system.client.Device;
import tidings.system.history.History;
import tidings.system.stage.Stage;
import tools.jackson.databind.JsonNode;

/** Fault 29: whoever loses a right while connected receives nothing more by it, within seconds (I6): how many is in the report. */
class AuthorityIT {

    private static final int UNAUTHENTICATED = 4401;
    private static final Duration LIFE = Duration.ofSeconds(4);

    private final Stage stage = Stage.shared();
    private final History history = new History();
    private final Account ann = stage.newcomer("ann");
    private final Account bob = stage.newcomer("bob");
    private final String room = ann.openChannel(ann.username() + "-room", "PRIVATE", bob);

    @Test
    void aSocketEndsWithItsToken() {
        Instant now = Instant.now();
        Account shortly = stage.withTokenFor(bob, now.minusSeconds(10), now.plus(LIFE));
        try (Device device = connected(shortly.device("phone", history), 1)) {
            await().until(() -> device.closeCodes().contains(UNAUTHENTICATED));
        }
    }

    @Test
    void allSocketsOfASessionEndWithIt() {
        try (Device here = connected(bob.device("here", history), 1);
                Device there = connected(bob.device("there", history), 2);
                Device other = connected(bob.signInAgain().device("other", history), 1)) {
            bob.http().call("DELETE", "/api/sessions/current", null).expect(204);
            Stall.Span span = Stall.Span.begin();
            await().until(() -> here.closeCodes().contains(UNAUTHENTICATED)
                    && there.closeCodes().contains(UNAUTHENTICATED));
            Report.of(
                    "29 a session is revoked",
                    "its sockets on both gateways ended after %.1f s".formatted(span.seconds()));
            await().until(() -> here.refusals() > 0);
            assertThat(other.isReady()).isTrue();
            assertThat(other.connections()).isEqualTo(1);
        }
    }

    @Test
    void whoeverIsRemovedHearsNoMore() throws Exception {
        hearsNothingAfter("DELETE", "/members/", "MemberLeft");
    }

    @Test
    void whoeverIsBannedHearsNoMoreAndComesInNoMore() throws Exception {
        hearsNothingAfter("PUT", "/bans/", "MemberBanned");
        bob.http().call("PUT", "/api/channels/" + room + "/members/me", null).expect(404);
    }

    private void hearsNothingAfter(String method, String door, String told) throws Exception {
        try (Device owner = connected(ann.device("phone", history), 1);
                Device here = connected(bob.device("here", history), 1);
                Device there = connected(bob.device("there", history), 2)) {
            ann.http()
                    .call(method, "/api/channels/" + room + door + bob.id(), null)
                    .expect(204);
            long removed = stage.log().head(room);
            long last = removed;
            for (int n = 0; n < 10; n++) {
                last = owner.send(room, "between us, " + n)
                        .get(STANDSTILL.toSeconds(), TimeUnit.SECONDS)
                        .seq();
            }
            long seen = last;
            await().until(() -> owner.cursor(room) == seen);
            for (Device device : new Device[] {here, there}) {
                await().until(() -> has(device, "unsubscribed", room));
                assertThat(device.frames())
                        .anyMatch(frame -> frame.path("event").asString("").equals(told));
                assertThat(ask(device, "subscribe", Map.of("after", -1))
                                .path("code")
                                .asString())
                        .isEqualTo("NOT_FOUND");
                assertThat(device.cursor(room)).isLessThanOrEqualTo(removed);
                assertThat(device.frames()).noneMatch(frame -> frame.toString().contains("between us"));
            }
        }
    }

    @Test
    void whoeverIsAddedHearsAtOnce() {
        try (Device here = connected(bob.device("here", history), 1);
                Device there = connected(bob.device("there", history), 2)) {
            String other = ann.openChannel(ann.username() + "-other", "PRIVATE");
            ann.http()
                    .call("PUT", "/api/channels/" + other + "/members/" + bob.id(), null)
                    .expect(204);
            ann.post(other, "welcome", "come in").expect(201);
            for (Device device : new Device[] {here, there}) {
                await().until(() -> has(device, "event", other) && has(device, "subscribed", other));
                await().until(() -> device.frames().stream()
                        .anyMatch(frame -> frame.toString().contains("come in")));
            }
        }
    }

    @Test
    void anArchivedChannelTakesNoMoreMessages() throws Exception {
        try (Device here = connected(bob.device("here", history), 1);
                Device there = connected(bob.device("there", history), 2)) {
            ann.http().call("PUT", "/api/channels/" + room + "/archive", null).expect(204);
            long archived = stage.log().head(room);
            for (Device device : new Device[] {here, there}) {
                await().until(() -> device.cursor(room) == archived);
                assertThat(ask(device, "send", Map.of("clientMessageId", "late", "body", "too late"))
                                .path("type")
                                .asString())
                        .isEqualTo("error");
            }
            assertThat(stage.log().head(room)).isEqualTo(archived);
        }
    }

    private JsonNode ask(Device device, String type, Map<String, ?> fields) throws Exception {
        return device.request(type, room, fields).get(STANDSTILL.toSeconds(), TimeUnit.SECONDS);
    }

    private static boolean has(Device device, String type, String channelId) {
        return device.frames().stream()
                .anyMatch(frame -> frame.path("type").asString().equals(type)
                        && frame.path("channelId").asString().equals(channelId));
    }

    private Device connected(Device device, int gateway) {
        device.at(stage.gateway(gateway)).follow(room, -1).connect();
        await().until(device::isReady);
        return device;
    }
}
