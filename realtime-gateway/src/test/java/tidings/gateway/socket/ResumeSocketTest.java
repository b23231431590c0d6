package tidings.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tidings.events.channel.ChannelId;

/** How a client catches up: at its own pace, from a cursor that may be none, and with what no broadcast told it. */
class ResumeSocketTest {

    private static final ChannelId ROOM = new ChannelId(new UUID(0, 1));
    private static final Duration MOMENT = Duration.ofMillis(500);

    private final PipelineHarness harness = new PipelineHarness();

    private WireClient greeted() {
        WireClient client = harness.openAsAnn();
        client.text("{\"type\":\"hello\"}");
        harness.pass(client, MOMENT);
        assertThat(client.frame().text()).contains("\"type\":\"welcome\"");
        return client;
    }

    private List<String> events(WireClient client, int wanted) {
        List<String> events = new ArrayList<>();
        for (int turn = 0; turn < 1_000 && events.size() < wanted; turn++) {
            harness.pass(client, Duration.ofMillis(100));
            for (WireFrame frame : client.frames()) {
                assertThat(frame.opcode()).as(frame.text()).isNotEqualTo(WireClient.CLOSE);
                if (frame.text().contains("\"type\":\"event\"")) {
                    events.add(frame.text());
                }
            }
        }
        return events;
    }

    @Test
    void catchesAFastClientUpWithMoreThanASocketMayHaveUnsent() {
        List<ChannelId> rooms = new ArrayList<>();
        for (int room = 1; room <= 5; room++) {
            rooms.add(new ChannelId(new UUID(0, room)));
            for (int i = 0; i < 200; i++) {
                harness.network.appendSilently(rooms.getLast(), PipelineHarness.ANN, 12_000);
            }
        }
        WireClient client = harness.openAsAnn();
        String resume = rooms.stream().map(room -> "\"" + room + "\":-1").collect(Collectors.joining(","));
        client.text("{\"type\":\"hello\",\"resume\":{" + resume + "}}");
        assertThat(events(client, 1_000)).hasSize(1_000);
        client.text("{\"type\":\"subscribe\",\"channelId\":\"" + ROOM + "\",\"after\":0}");
        assertThat(events(client, 199)).hasSize(199);
    }

    @Test
    void saysThatACursorBeyondTheHeadIsNoneOfThisLog() {
        for (int i = 0; i < 5; i++) {
            harness.network.append(ROOM, PipelineHarness.ANN);
        }
        WireClient client = harness.openAsAnn();
        client.text("{\"type\":\"hello\",\"resume\":{\"" + ROOM + "\":5000}}");
        harness.pass(client, MOMENT);
        assertThat(client.frames()).extracting(WireFrame::text).anyMatch(reset()::equals);
        client.text("{\"type\":\"subscribe\",\"ref\":\"s\",\"channelId\":\"" + ROOM + "\",\"after\":5000}");
        harness.pass(client, MOMENT);
        List<String> answers = client.frames().stream().map(WireFrame::text).toList();
        assertThat(answers.getFirst()).contains("\"seq\":4", "\"recovered\":false", "\"ref\":\"s\"");
        assertThat(answers.getLast()).isEqualTo(reset());
        harness.network.append(ROOM, PipelineHarness.ANN);
        harness.pass(client, MOMENT);
        assertThat(client.frame().text()).contains("\"type\":\"event\"", "\"seq\":5");
    }

    private static String reset() {
        return "{\"type\":\"reset\",\"channelId\":\"" + ROOM + "\",\"seq\":4}";
    }

    @Test
    void readsMembershipsAgainThoughNothingTellsOfAChange() {
        WireClient client = greeted();
        harness.network.appendSilently(ROOM, PipelineHarness.ANN);
        for (int seconds = 0; seconds < 450; seconds += 20) {
            harness.pass(client, Duration.ofSeconds(20));
            client.send(true, 0, WireClient.PONG, new byte[0]);
        }
        assertThat(client.frames()).extracting(WireFrame::text).anyMatch(text -> text.contains("subscribed"));
    }
}
