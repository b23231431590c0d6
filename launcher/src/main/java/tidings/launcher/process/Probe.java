package tidings.launcher.process;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** One quick look at whether something serves. Never throws, never waits longer than a second or two. */
@FunctionalInterface
public interface Probe {
    boolean answers();

    /** What it heard at the last look, for a person to read; empty when nothing. */
    default String heard() {
        return "";
    }

    /** Something accepts connections on the port. */
    static Probe tcp(int port) {
        return () -> {
            try (Socket socket = connect(port)) {
                return socket.isConnected();
            } catch (IOException e) {
                return false;
            }
        };
    }

    /** A MySQL server greets (protocol version 10 after the packet header). */
    static Probe mysql(int port) {
        return () -> {
            try (Socket socket = connect(port);
                    DataInputStream in = new DataInputStream(socket.getInputStream())) {
                return in.readNBytes(5)[4] == 10;
            } catch (IOException | ArrayIndexOutOfBoundsException e) {
                return false;
            }
        };
    }

    /** A Redis server answers PING, if only by asking who is there: a probe has no password. */
    static Probe redis(int port) {
        return () -> {
            try (Socket socket = connect(port)) {
                socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
                String answer = new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII);
                return answer.equals("+PONG") || answer.equals("-NOAU");
            } catch (IOException e) {
                return false;
            }
        };
    }

    /** GET answers 200. */
    static Probe http(URI uri) {
        return new HttpProbe(uri);
    }

    private static Socket connect(int port) throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
        socket.setSoTimeout(1000);
        return socket;
    }
}
