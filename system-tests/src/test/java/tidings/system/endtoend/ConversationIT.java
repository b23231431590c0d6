package tidings.system.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static tidings.launcher.fixture.ProgressWait.STANDSTILL;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tidings.system.client.Account;
import tidings.system.client.Device;
import tidings.system.history.History;
import tidings.system.history.Observation.Acknowledged;
import tidings.system.history.TimelineFold;
import tidings.system.stage.Stage;
import tidings.system.stage.Timeline;
import tidings.system.stage.Verdict;
import tools.jackson.databind.JsonNode;

class ConversationIT {

    private final Stage stage = Stage.shared();
    private final History history = new History();

    @Test
    void peopleOnDifferentGatewaysSeeOneOrder() {
        Account ann = stage.newcomer("ann");
        Account bob = stage.newcomer("bob");
        String room = ann.openChannel(ann.username() + "-room", "PUBLIC", bob);
        try (Device first = ann.device("first", history).at(stage.gateway(1));
                Device second = bob.device("second", history).at(stage.gateway(2))) {
            join(room, first, second);
            List<CompletableFuture<Acknowledged>> answers = new ArrayList<>();
            IntStream.range(0, 10).forEach(n -> {
                answers.add(first.send(room, "ann says " + n));
                answers.add(second.send(room, "bob says " + n));
            });
            all(answers);
            Verdict.of(history, stage);
        }
    }

    @Test
    void changesReachEverybodyAndHistoryRemembersThem() throws Exception {
        Account ann = stage.newcomer("ann");
        Account bob = stage.newcomer("bob");
        String room = ann.openChannel(ann.username() + "-room", "PRIVATE", bob);
        try (Device first = ann.device("first", history);
                Device second = bob.device("second", history)) {
            join(room, first, second);
            String kept = first.send(room, "helo")
                    .get(STANDSTILL.toSeconds(), TimeUnit.SECONDS)
                    .messageId();
            String gone = first.send(room, "never mind")
                    .get(STANDSTILL.toSeconds(), TimeUnit.SECONDS)
                    .messageId();
            expectAck(first, "edit", room, Map.of("messageId", kept, "body", "hello"));
            expectAck(second, "react", room, Map.of("messageId", kept, "emoji", "👍"));
            expectAck(first, "react", room, Map.of("messageId", kept, "emoji", "👍"));
            expectAck(first, "react", room, Map.of("messageId", kept, "emoji", "🎉"));
            expectAck(first, "unreact", room, Map.of("messageId", kept, "emoji", "🎉"));
            long head = expectAck(first, "delete", room, Map.of("messageId", gone));
            Verdict.of(history, stage);
            assertThat(Timeline.read(bob, room, head))
                    .isEqualTo(TimelineFold.of(room, stage.log().all()))
                    .hasSize(2);
        }
    }

    @Test
    void whoeverWroteOverRestReadsItBackAtOnce() {
        Account ann = stage.newcomer("ann");
        String room = ann.openChannel(ann.username() + "-room", "PRIVATE");
        for (int n = 0; n < 10; n++) {
            JsonNode answer = ann.post(room, "key-" + n, "note " + n).expect(201);
            assertThat(Timeline.read(ann, room, answer.path("seq").asLong()))
                    .last()
                    .extracting(TimelineFold.Remembered::id, TimelineFold.Remembered::body)
                    .containsExactly(answer.path("id").asString(), "note " + n);
        }
    }

    @Test
    void aResendGetsTheFirstAnswer() {
        Account ann = stage.newcomer("ann");
        String room = ann.openChannel(ann.username() + "-room", "PRIVATE");
        JsonNode first = ann.post(room, "the same key", "once").expect(201);
        ann.post(room, "another key", "in between").expect(201);
        assertThat(ann.post(room, "the same key", "once").expect(201)).isEqualTo(first);
    }

    @Test
    void aTicketOpensOneSocket() {
        Account ann = stage.newcomer("ann");
        String room = ann.openChannel(ann.username() + "-room", "PRIVATE");
        String ticket = ann.ticket();
        try (Device tab = ann.device("tab", history).withTicket(ticket);
                Device thief = ann.device("thief", history).withTicket(ticket)) {
            tab.follow(room, -1).connect();
            await().until(tab::isReady);
            thief.connect();
            await().until(() -> thief.refusals() > 0);
            assertThat(thief.isReady()).isFalse();
            await().until(() -> tab.cursor(room) >= 1);
        }
    }

    @Test
    void whatWasMissedWhileAwayComesInOrder() {
        Account ann = stage.newcomer("ann");
        Account bob = stage.newcomer("bob");
        String room = ann.openChannel(ann.username() + "-room", "PUBLIC", bob);
        try (Device here = ann.device("here", history).at(stage.gateway(1))) {
            join(room, here);
            all(IntStream.range(0, 30)
                    .mapToObj(n -> here.send(room, "says " + n))
                    .toList());
            try (Device late = bob.device("late", history).at(stage.gateway(2))) {
                join(room, late);
                all(List.of(here.send(room, "and on"), late.send(room, "here I am")));
                Verdict.of(history, stage);
            }
        }
    }

    private static void join(String room, Device... devices) {
        for (Device device : devices) {
            device.follow(room, -1).connect();
        }
        for (Device device : devices) {
            await().until(device::isReady);
        }
    }

    private static void all(List<CompletableFuture<Acknowledged>> answers) {
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                .orTimeout(STANDSTILL.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    private static long expectAck(Device device, String type, String room, Map<String, ?> fields) throws Exception {
        JsonNode answer = device.request(type, room, fields).get(STANDSTILL.toSeconds(), TimeUnit.SECONDS);
        assertThat(answer.path("type").asString()).as("%s", answer).isEqualTo("ack");
        return answer.path("seq").asLong();
    }
}
