package tidings.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpgradeTest {

    private final PipelineHarness harness = new PipelineHarness();

    private String upgrade(String path, Map<String, String> headers) {
        return harness.connect().upgrade(path, headers);
    }

    @Test
    void switchesToTheSubprotocolWithoutExtensions() {
        String response = upgrade("/ws", Map.of("Sec-WebSocket-Extensions", "permessage-deflate"));
        assertThat(response)
                .startsWith("HTTP/1.1 101")
                .containsIgnoringCase("sec-websocket-accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
                .containsIgnoringCase("sec-websocket-protocol: tidings.v1")
                .doesNotContainIgnoringCase("extensions");
    }

    @Test
    void refusesAnInvalidTokenOrTicket() {
        assertThat(upgrade("/ws", Map.of("Authorization", "Bearer bad")))
                .startsWith("HTTP/1.1 401")
                .containsIgnoringCase("www-authenticate: Bearer");
        assertThat(upgrade("/ws", Map.of("Authorization", "Basic Z29vZA=="))).startsWith("HTTP/1.1 401");
        assertThat(upgrade("/ws?ticket=bad", Map.of())).startsWith("HTTP/1.1 401");
        assertThat(upgrade("/ws?ticket=good", Map.of())).startsWith("HTTP/1.1 101");
        assertThat(upgrade("/ws", Map.of("Authorization", PipelineHarness.TOKEN)))
                .startsWith("HTTP/1.1 101");
    }

    @Test
    void tellsATokenOfTooFewScopesFromABadOne() {
        assertThat(upgrade("/ws", Map.of("Authorization", "Bearer narrow")))
                .startsWith("HTTP/1.1 403")
                .contains("\"FORBIDDEN\"")
                .containsIgnoringCase("www-authenticate: Bearer realm=\"tidings\", error=\"insufficient_scope\"");
    }

    @Test
    void refusesForeignOrigins() {
        assertThat(upgrade("/ws", Map.of("Origin", "http://chat.test.evil"))).startsWith("HTTP/1.1 403");
        assertThat(upgrade("/ws", Map.of("Origin", "null"))).startsWith("HTTP/1.1 403");
        assertThat(upgrade("/ws", Map.of("Origin", "http://chat.test"))).startsWith("HTTP/1.1 101");
    }

    @Test
    void refusesOtherVersionsAndPlainRequests() {
        assertThat(harness.connect()
                        .http("GET /ws HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                + "Sec-WebSocket-Version: 8\r\nSec-WebSocket-Key: x\r\n\r\n"))
                .startsWith("HTTP/1.1 426")
                .containsIgnoringCase("sec-websocket-version: 13");
        assertThat(harness.connect().http("GET /ws HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 426");
        assertThat(harness.connect()
                        .http("GET /ws HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                + "Sec-WebSocket-Version: 13\r\n\r\n"))
                .startsWith("HTTP/1.1 400");
    }

    @Test
    void answersHealthAndNothingElse() {
        assertThat(harness.connect().http("GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 200")
                .endsWith("{\"status\":\"UP\"}");
        assertThat(harness.connect().http("GET /health/ready HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
        assertThat(harness.connect().http("GET / HTTP/1.1\r\nHost: x\r\n\r\n")).startsWith("HTTP/1.1 404");
        assertThat(harness.connect().http("no http at all\r\n\r\n")).startsWith("HTTP/1.1 400");
    }

    private String withKey(String headers) {
        return harness.connect()
                .http("GET /ws HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Version: 13\r\n" + headers + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "dGhlIHNhbXBsZSBub25jZQ",
                "dGhlIHNhbXBsZSBub25jZTE=",
                "dGhlIHNhbXBsZSBub25j",
                "!GhlIHNhbXBsZSBub25jZQ==",
                "dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="
            })
    void refusesAKeyThatIsNotSixteenBytes(String key) {
        assertThat(withKey("Sec-WebSocket-Key: " + key + "\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "\"code\":\"BAD_FRAME\"");
    }

    @Test
    void takesMoreHeadersThanAnybodyNeeds() {
        assertThat(harness.connect()
                        .http("GET /health/live HTTP/1.1\r\nHost: x\r\n" + "X-A: 1\r\n".repeat(300) + "\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void answersHeadWithoutABody() {
        assertThat(harness.connect().http("HEAD /health/live HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 200")
                .containsIgnoringCase("content-length: 15")
                .endsWith("\r\n\r\n");
    }

    @Test
    void refusesNewSocketsWhileDraining() {
        harness.draining = true;
        assertThat(upgrade("/ws", Map.of())).startsWith("HTTP/1.1 503");
    }

    @Test
    void closesAConnectionThatNeverUpgrades() {
        WireClient client = harness.connect();
        harness.pass(client, java.time.Duration.ofSeconds(11));
        assertThat(client.channel().isOpen()).isFalse();
    }
}
