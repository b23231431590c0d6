package tidings.launcher.process;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;

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
            try (Socket socket = LoopbackSocket.open(port)) {
                return socket.isConnected();
            } catch (IOException e) {
                return false;
            }
        };
    }

    /** A MySQL server greets (protocol version 10 after the packet header). */
    static Probe mysql(int port) {
        return new MysqlProbe(port);
    }

    /** A Redis server answers PING, if only by asking who is there: a probe has no password. */
    static Probe redis(int port) {
        return new RedisProbe(port);
    }

    /** GET answers 200. */
    static Probe http(URI uri) {
        return new HttpProbe(uri);
    }
}
