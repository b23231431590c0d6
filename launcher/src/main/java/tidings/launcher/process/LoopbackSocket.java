package tidings.launcher.process;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A connection to a port of this machine, within a second or not at all. */
final class LoopbackSocket {
    private LoopbackSocket() {}

    static Socket open(int port) throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
        socket.setSoTimeout(1000);
        return socket;
    }
}
