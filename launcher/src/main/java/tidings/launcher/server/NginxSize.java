package tidings.launcher.server;

import java.util.Map;

/**
 * How much of the machine nginx takes, and how many sockets it lets in; docker-compose.yml sets the same names.
 *
 * @param workers a worker more is a wake-up more for each message, so there are no more than are needed
 * @param connectsPerSecond sockets opened a second; see ADR-0022
 */
public record NginxSize(int workers, int connectsPerSecond) {
    /** What a processor can open beside its other work: a sign-in with its resume takes some 2 ms in all processes. */
    private static final int CONNECTS_PER_PROCESSOR = 200;

    /** What an instance must be able to hold. */
    private static final int SOCKETS = 20_000;

    private static final int DESCRIPTORS_PER_SOCKET = 2;

    private static final int MOST_CONNECTS_PER_SECOND = 100_000;

    /** A client that waits for longer has left. */
    private static final int LONGEST_WAIT_SECONDS = 8;

    public NginxSize {
        if (workers < 1 || connectsPerSecond < 1 || connectsPerSecond > MOST_CONNECTS_PER_SECOND) {
            throw new IllegalArgumentException("nginx has a worker, and lets in 1 to 100,000 sockets a second");
        }
    }

    /** Half of the processors forward, since every frame gives the services at least as much to do. */
    public static NginxSize forProcessors(int processors) {
        return of(processors, OpenFiles.limit());
    }

    static NginxSize of(int processors, int openFiles) {
        int holders = Math.ceilDiv(SOCKETS * DESCRIPTORS_PER_SOCKET, openFiles);
        return new NginxSize(Math.max(holders, processors / 2), CONNECTS_PER_PROCESSOR * processors);
    }

    public NginxSize withConnectsPerSecond(int limit) {
        return new NginxSize(workers, limit);
    }

    Map<String, String> values() {
        return Map.of(
                "NGINX_WORKERS", String.valueOf(workers),
                "NGINX_CONNECTS_PER_SECOND", String.valueOf(connectsPerSecond),
                "NGINX_CONNECTS_AT_ONCE", String.valueOf(1 + connectsPerSecond / 5),
                "NGINX_CONNECTS_WAITING", String.valueOf(LONGEST_WAIT_SECONDS * connectsPerSecond));
    }
}
