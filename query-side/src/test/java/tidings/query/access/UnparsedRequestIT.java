package tidings.query.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tidings.query.fixture.QueryWorld;

/** What is hardly HTTP is answered in this side's format, and is no news. */
@ExtendWith(OutputCaptureExtension.class)
class UnparsedRequestIT {

    private static String raw(String request) throws IOException {
        URI node = QueryWorld.shared().node().url("/");
        try (Socket socket = new Socket(node.getHost(), node.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void refusesTooManyHeaders(CapturedOutput output) throws IOException {
        String answer =
                raw("GET /graphql HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + "X: y\r\n".repeat(150) + "\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400").contains("application/json", "\"code\":\"BAD_REQUEST\"");
        assertThat(output.getAll()).doesNotContain("allowed number of headers");
    }

    @Test
    void refusesWhatIsNoRequest() throws IOException {
        assertThat(raw("G@T / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("\"errors\":")
                .doesNotContain("<html");
    }
}
