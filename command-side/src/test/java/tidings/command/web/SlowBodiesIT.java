package tidings.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tidings.command.running.CommandNodeTest;

/** A body that goes on coming, one byte after the other, is no reason to wait for ever. */
@CommandNodeTest
class SlowBodiesIT {

    private static final String SIGN_IN =
            "POST /api/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";

    private int port;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        this.port = port;
    }

    @Test
    void endWithAnAnswer() throws IOException {
        try (DrippingClient declared = new DrippingClient(port, SIGN_IN + "Content-Length: 5000\r\n\r\n", "{", " ");
                DrippingClient chunked = new DrippingClient(
                        port, SIGN_IN + "Transfer-Encoding: chunked\r\n\r\n", "1\r\n{\r\n", "1\r\n \r\n")) {
            DrippingClient.untilAllHaveEnded(declared, chunked);
            assertThat(declared.answer())
                    .startsWith("HTTP/1.1 408")
                    .contains("application/problem+json", "\"code\":\"REQUEST_TIMEOUT\"", "Connection: close");
            assertThat(chunked.answer()).startsWith("HTTP/1.1 408").contains("\"code\":\"REQUEST_TIMEOUT\"");
        }
    }

    @Test
    void endWhereNobodyWantsThem() throws IOException {
        String ticket = "POST /api/tickets HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n\r\n";
        String form = "POST /api/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: 5000\r\n\r\n";
        String parts = "POST /api/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\n"
                + "Content-Length: 5000\r\n\r\n";
        try (DrippingClient unauthenticated = new DrippingClient(port, ticket, "{", " ");
                DrippingClient fields = new DrippingClient(port, form, "a", "a");
                DrippingClient files = new DrippingClient(port, parts, "-", "-")) {
            DrippingClient.untilAllHaveEnded(unauthenticated, fields, files);
            assertThat(unauthenticated.answer()).startsWith("HTTP/1.1 401");
            assertThat(fields.answer()).startsWith("HTTP/1.1 415");
            assertThat(files.answer()).startsWith("HTTP/1.1 415");
        }
    }
}
