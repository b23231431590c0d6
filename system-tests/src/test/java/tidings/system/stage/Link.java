package tidings.system.stage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** A stretch of network between two processes: a TCP relay on loopback that can be cut, stalled and slowed. */
public final class Link {

    private static final int BUFFER = 65_536;

    private final ServerSocket listening;
    private final int target;
    private final Supplier<LinkWatch> watches;
    private final Passage passage = new Passage();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    /** To this port on loopback. */
    Link(int target, Supplier<LinkWatch> watches) {
        this.target = target;
        this.watches = watches;
        try {
            this.listening = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().name("link-to-" + target).start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    public void cut() {
        passage.become(Passage.State.CUT);
        sockets.forEach(Link::reset);
    }

    public void stall() {
        passage.become(Passage.State.STALLED);
    }

    /** As a good network again; what was held back goes on its way. */
    public void heal() {
        passage.slow(Duration.ZERO);
        passage.become(Passage.State.OPEN);
    }

    /** Everything takes so much longer, each way. */
    public void slow(Duration eachWay) {
        passage.slow(eachWay);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                sockets.add(client);
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void connect(Socket client) {
        Socket server = new Socket();
        sockets.add(server);
        try {
            if (!passage.passable()) {
                throw new IOException("cut");
            }
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), 2_000);
            server.setTcpNoDelay(true);
            client.setTcpNoDelay(true);
            LinkWatch watch = watches.get();
            Thread.ofVirtual().start(() -> pump(client, server, watch::request));
            pump(server, client, watch::reply);
        } catch (IOException e) {
            reset(client);
            reset(server);
        }
    }

    private interface Look {
        void at(byte[] bytes);
    }

    private void pump(Socket from, Socket to, Look look) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                passage.delay();
                look.at(Arrays.copyOf(buffer, read));
                if (!passage.passable()) {
                    throw new IOException("cut");
                }
                out.write(buffer, 0, read);
            }
            to.shutdownOutput();
        } catch (IOException e) {
            reset(from);
            reset(to);
        } finally {
            if (from.isInputShutdown() || to.isClosed()) {
                sockets.remove(from);
            }
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // it is gone already
        }
    }
}
