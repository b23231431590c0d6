package tidings.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever is wrong with a request is told as problem+json with a stable code. */
class UpgradeProblemsTest {

    private final PipelineHarness harness = new PipelineHarness();

    private static void isProblem(String answer, int status, String code) {
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .containsIgnoringCase("content-type: application/problem+json")
                .contains("\"status\":" + status, "\"code\":\"" + code + "\"");
    }

    @Test
    void refusesWithProblemsWhateverIsWrong() {
        isProblem(harness.connect().http("GET /health/else HTTP/1.1\r\nHost: x\r\n\r\n"), 404, "NOT_FOUND");
        isProblem(
                harness.connect().http("POST /health/live HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n"),
                405,
                "METHOD_NOT_ALLOWED");
        isProblem(
                harness.connect().http("POST /ws HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n"),
                405,
                "METHOD_NOT_ALLOWED");
        isProblem(
                harness.connect().http("POST /ws HTTP/1.1\r\nHost: x\r\nContent-Length: 9999\r\n\r\n"),
                413,
                "TOO_LARGE");
        isProblem(
                harness.connect()
                        .http("POST /ws HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 9999\r\n\r\n"),
                413,
                "TOO_LARGE");
        isProblem(
                harness.connect().http("GET /" + "x".repeat(9_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"),
                414,
                "URI_TOO_LONG");
        isProblem(
                harness.connect().http("GET /ws HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(9_000) + "\r\n\r\n"),
                431,
                "REQUEST_HEADER_FIELDS_TOO_LARGE");
        isProblem(harness.connect().http("no http at all\r\n\r\n"), 400, "BAD_FRAME");
        isProblem(harness.connect().http("GET /ws HTTP/1.1\r\nHost: x\r\n\r\n"), 426, "UPGRADE_REQUIRED");
        isProblem(harness.connect().upgrade("/ws", Map.of("Origin", "null")), 403, "FORBIDDEN");
        isProblem(harness.connect().upgrade("/ws?ticket=bad", Map.of()), 401, "UNAUTHENTICATED");
    }
}
