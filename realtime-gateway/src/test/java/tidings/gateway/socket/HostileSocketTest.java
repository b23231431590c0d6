package tidings.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a client cannot do to others: flood the gateway, or pass for another address. */
class HostileSocketTest {

    private static final Duration MOMENT = Duration.ofMillis(500);

    private final PipelineHarness harness = new PipelineHarness();

    private WireClient greeted() {
        WireClient client = harness.openAsAnn();
        client.text("{\"type\":\"hello\"}");
        harness.pass(client, MOMENT);
        assertThat(client.frame().text()).contains("\"type\":\"welcome\"");
        return client;
    }

    @Test
    void answersAStrangersInvalidFramesOnlySoOften() {
        WireClient client = harness.open("/ws", Map.of());
        for (int i = 0; i < 3_000; i++) {
            client.text("nonsense");
        }
        List<WireFrame> frames = client.frames();
        assertThat(frames.stream().filter(frame -> frame.text().contains("BAD_FRAME")))
                .hasSizeLessThan(200);
        assertThat(frames.getLast().closeCode()).isEqualTo(1008);
    }

    @Test
    void countsInvalidFramesLikeOthers() {
        WireClient client = greeted();
        for (int i = 0; i < 1_500; i++) {
            client.text("nonsense");
        }
        List<String> answers = client.frames().stream().map(WireFrame::text).toList();
        assertThat(answers.getFirst()).contains("BAD_FRAME");
        assertThat(answers.getLast()).contains("RATE_LIMITED");
    }

    @Test
    void closesAThirdSocketOfAnAddressThatMayHaveTwo() {
        Map<String, String> from = Map.of("X-Forwarded-For", "192.0.2.7");
        harness.open("/ws", from);
        harness.open("/ws", from);
        assertThat(harness.connect().upgrade("/ws", from)).endsWith("too many connections");
        harness.open("/ws", Map.of("X-Forwarded-For", "192.0.2.8"));
    }

    @Test
    void believesNoOtherHeaderThanItsProxys() {
        assertThat(harness.connectByFile()
                        .upgrade("/ws", Map.of("X-Forwarded-For", "192.0.2.7", "X-Real-IP", "192.0.2.1")))
                .doesNotContain("too many connections");
        assertThat(harness.connectByFile()
                        .upgrade("/ws", Map.of("X-Forwarded-For", "192.0.2.2, 192.0.2.7", "X-Real-IP", "192.0.2.3")))
                .doesNotContain("too many connections");
        assertThat(harness.connectByFile()
                        .upgrade(
                                "/ws", Map.of("X-Forwarded-For", "192.0.2.4, 192.0.2.7", "Forwarded", "for=192.0.2.5")))
                .endsWith("too many connections");
    }

    @Test
    void believesAProxyThatComesByASocketFile() {
        Map<String, String> from = Map.of("X-Forwarded-For", "192.0.2.7");
        assertThat(harness.connectByFile().upgrade("/ws", from)).doesNotContain("too many connections");
        assertThat(harness.connectByFile().upgrade("/ws", from)).doesNotContain("too many connections");
        assertThat(harness.connectByFile().upgrade("/ws", from)).endsWith("too many connections");
        assertThat(harness.connectByFile().upgrade("/ws", Map.of("X-Forwarded-For", "192.0.2.8")))
                .doesNotContain("too many connections");
    }
}
