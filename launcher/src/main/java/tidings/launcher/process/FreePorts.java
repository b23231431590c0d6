package tidings.launcher.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Ports of the loopback interface that nobody uses. They lie below the range from which the kernel takes the ports of
 * outgoing connections, so that no client can take the port of a server that restarts.
 */
public final class FreePorts {
    private static final int LOWEST = 15_000;
    private static final int HIGHEST = 32_000;
    private static final int ATTEMPTS = 2_000;

    private FreePorts() {}

    /** A port that is free at this moment and not in {@code taken}; it is added to it. */
    public static int next(Set<Integer> taken) {
        Random random = new Random();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = random.nextInt(LOWEST, HIGHEST);
            if (!taken.contains(port) && isFree(port)) {
                taken.add(port);
                return port;
            }
        }
        throw new LaunchFailedException(LaunchFailedException.Kind.UNAVAILABLE, "no free loopback port found");
    }

    /** A port that is free at this moment. */
    public static int next() {
        return next(new TreeSet<>());
    }

    /** Whether the port can be bound now. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
