package tidings.query.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tidings.events.account.AccountId;
import tidings.query.fixture.QueryWorld;

/** A query that goes on coming, one byte after the other, is no reason to wait for ever. */
class SlowBodyIT {

    private static final QueryWorld WORLD = QueryWorld.shared();
    private static final AccountId ADA = WORLD.chat().account("slow-ada");
    private static final int MAX_DROPS = 2_000;
    private static final int PAUSE_MS = 50;

    @Test
    void endsWithAnAnswer() throws IOException {
        String head = "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n"
                + "Authorization: Bearer " + WORLD.tokens().of(ADA) + "\r\n\r\n{";
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), WORLD.node().url("/").getPort())) {
            socket.setSoTimeout(PAUSE_MS);
            write(socket, head);
            boolean ended = false;
            for (int drops = 0; drops < MAX_DROPS && !ended; drops++) {
                ended = hasEnded(socket, answer);
            }
            assertThat(ended).as("the server hangs up").isTrue();
        }
        assertThat(answer.toString(StandardCharsets.UTF_8))
                .startsWith("HTTP/1.1 408")
                .contains("\"code\":\"TIMEOUT\"");
    }

    private static boolean hasEnded(Socket socket, ByteArrayOutputStream answer) throws IOException {
        try {
            write(socket, " ");
            socket.getInputStream().transferTo(answer);
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (SocketException hungUp) {
            return true;
        }
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
