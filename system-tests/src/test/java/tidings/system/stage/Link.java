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
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** A stretch of network between two processes: a TCP relay on loopback that can be cut, stalled and slowed. */
public final class Link {

    private static final int BUFFER = 65_536;

    private enum State {
        OPEN,
        /** Connections are reset, new ones too. */
        CUT,
        /** Nothing arrives any more, and nobody is told. */
        STALLED
    }

    /** Looks on at one connection; what it does not return from is not passed on. */
    interface Watch {

        Watch NONE = new Watch() {};

        default void request(byte[] bytes) {}

        default void reply(byte[] bytes) {}
    }

    private final ServerSocket listening;
    private final int target;
    private final Supplier<Watch> watches;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private State state = State.OPEN;
    private volatile Duration delay = Duration.ZERO;

    /** To this port on loopback. */
    Link(int target, Supplier<Watch> watches) {
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
        become(State.CUT);
        sockets.forEach(Link::reset);
    }

    public void stall() {
        become(State.STALLED);
    }

    /** As a good network again; what was held back goes on its way. */
    public void heal() {
        delay = Duration.ZERO;
        become(State.OPEN);
    }

    /** Everything takes so much longer, each way. */
    public void slow(Duration eachWay) {
        delay = eachWay;
    }

    private synchronized void become(State next) {
        state = next;
        notifyAll();
    }

    /** Waits while it is stalled; whether it is open then. */
    private synchronized boolean passable() {
        try {
            while (state == State.STALLED) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return state == State.OPEN;
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
            if (!passable()) {
                throw new IOException("cut");
            }
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), 2_000);
            server.setTcpNoDelay(true);
            client.setTcpNoDelay(true);
            Watch watch = watches.get();
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
                LockSupport.parkNanos(delay.toNanos());
                look.at(Arrays.copyOf(buffer, read));
                if (!passable()) {
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
