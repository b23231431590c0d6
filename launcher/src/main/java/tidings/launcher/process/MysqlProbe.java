package tidings.launcher.process;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;

/** A MySQL server greets (protocol version 10 after the packet header). */
record MysqlProbe(int port) implements Probe {
    @Override
    public boolean answers() {
        try (Socket socket = LoopbackSocket.open(port);
                DataInputStream in = new DataInputStream(socket.getInputStream())) {
            return in.readNBytes(5)[4] == 10;
        } catch (IOException | ArrayIndexOutOfBoundsException e) {
            return false;
        }
    }
}
