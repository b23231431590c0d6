package tidings.launcher.process;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A Redis server answers PING, if only by asking who is there: a probe has no password. */
record RedisProbe(int port) implements Probe {
    @Override
    public boolean answers() {
        try (Socket socket = LoopbackSocket.open(port)) {
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII);
            return answer.equals("+PONG") || answer.equals("-NOAU");
        } catch (IOException e) {
            return false;
        }
    }
}
