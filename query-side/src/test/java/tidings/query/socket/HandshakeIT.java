package tidings.query.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tidings.query.fixture.QueryWorld;

/** RFC 6455, section 4.2.1: what is no upgrade is refused with a problem. */
class HandshakeIT {

    private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";

    @ParameterizedTest
    @ValueSource(strings = {"", "c2hvcnQ=", "not base64 at all, no !!", KEY + "\r\nSec-WebSocket-Key: " + KEY})
    void refusesKeysThatAreNone(String key) throws IOException {
        assertProblem(
                head("Upgrade", "13", key.isEmpty() ? "" : "Sec-WebSocket-Key: " + key + "\r\n"), 400, "BAD_FRAME");
    }

    @Test
    void refusesAnUpgradeThatConnectionDoesNotName() throws IOException {
        assertProblem(head("close", "13", "Sec-WebSocket-Key: " + KEY + "\r\n"), 400, "BAD_FRAME");
    }

    @Test
    void namesItsVersionToThoseWhoSpeakAnother() throws IOException {
        String answer = head("Upgrade", "8", "Sec-WebSocket-Key: " + KEY + "\r\n");
        assertProblem(answer, 426, "UPGRADE_REQUIRED");
        assertThat(answer).containsIgnoringCase("sec-websocket-version: 13");
    }

    @Test
    void upgradesWhatIsRight() throws IOException {
        assertThat(head("keep-alive, Upgrade", "13", "Sec-WebSocket-Key: " + KEY + "\r\n"))
                .startsWith("HTTP/1.1 101");
    }

    private static void assertProblem(String answer, int status, String code) {
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .containsIgnoringCase("content-type: application/problem+json")
                .contains("\"status\":" + status, "\"code\":\"" + code + "\"");
    }

    private static String head(String connection, String version, String key) throws IOException {
        return answer("GET /graphql HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: " + connection
                + "\r\nSec-WebSocket-Version: " + version + "\r\n" + key + "\r\n");
    }

    /** All of an answer that is refused, and the head of one that is not. */
    private static String answer(String request) throws IOException {
        URI node = QueryWorld.shared().node().url("/");
        try (Socket socket = new Socket(node.getHost(), node.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            String status = answer.readLine();
            return status.startsWith("HTTP/1.1 101")
                    ? status
                    : status + "\n" + answer.lines().collect(Collectors.joining("\n"));
        }
    }
}
