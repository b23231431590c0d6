package tidings.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Sends a request as slowly as it can without a pause that anybody would call too long. */
final class DrippingClient implements AutoCloseable {

    private static final int MAX_DROPS = 2_000;
    private static final int PAUSE_MS = 50;

    private final Socket socket;
    private final String drop;
    private final ByteArrayOutputStream answer = new ByteArrayOutputStream();
    private boolean ended;

    DrippingClient(int port, String head, String first, String drop) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        this.drop = drop;
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PAUSE_MS);
        write(head + first);
    }

    /** Until the server has hung up on each of them, or somebody has sent so much that it never will. */
    static void untilAllHaveEnded(DrippingClient... clients) {
        for (int drops = 0; drops < MAX_DROPS && !Arrays.stream(clients).allMatch(client -> client.ended); drops++) {
            for (DrippingClient client : clients) {
                client.drip();
            }
        }
        assertThat(clients).allMatch(client -> client.ended);
    }

    private void drip() {
        if (ended) {
            return;
        }
        try {
            write(drop);
            int next = socket.getInputStream().read();
            while (next >= 0) {
                answer.write(next);
                next = socket.getInputStream().read();
            }
            ended = true;
        } catch (SocketTimeoutException e) {
            // nothing to read yet
        } catch (IOException hungUp) {
            ended = true;
        }
    }

    private void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    String answer() {
        return answer.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
