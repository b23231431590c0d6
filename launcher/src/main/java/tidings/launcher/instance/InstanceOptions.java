package tidings.launcher.instance;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import tidings.launcher.process.LaunchFailedException;
import tidings.launcher.provision.ProjectRoot;

/**
 * What an instance is to be.
 *
 * @param data its folder; everything that it keeps lies there
 * @param listen address and port of its one door
 * @param environment more variables per process name ({@code gateway-1}), or per kind ({@code gateway}); they win over
 *     the launcher's own
 * @param warm whether services learn for their next life: for instances that are started more than once
 * @param timeout how long a start may take in all; one that makes no progress ends sooner
 */
public record InstanceOptions(
        Path projectRoot,
        Path data,
        String listen,
        int gateways,
        int commands,
        int queries,
        Map<String, Map<String, String>> environment,
        boolean warm,
        Duration timeout) {
    /** Beyond what any machine needs on which Tidings is of use. */
    public static final Duration LONGEST_START = Duration.ofMinutes(15);

    private static final int MOST = 16;
    private static final int HIGHEST_PORT = 65_535;

    public InstanceOptions {
        data = data.toAbsolutePath().normalize();
        environment = Map.copyOf(environment);
        int port = portOf(listen);
        if (port < 1 || port > HIGHEST_PORT) {
            throw new LaunchFailedException(
                    LaunchFailedException.Kind.BAD_USAGE,
                    "a port is 1 to " + HIGHEST_PORT + ", and not that of " + listen);
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new LaunchFailedException(
                    LaunchFailedException.Kind.BAD_USAGE, "the time for a start is a second or more");
        }
        for (int count : new int[] {gateways, commands, queries}) {
            if (count < 1 || count > MOST) {
                throw new LaunchFailedException(
                        LaunchFailedException.Kind.BAD_USAGE, "every kind of node needs 1 to " + MOST + " nodes");
            }
        }
    }

    /** With the longest time for a start. */
    public InstanceOptions(
            Path projectRoot,
            Path data,
            String listen,
            int gateways,
            int commands,
            int queries,
            Map<String, Map<String, String>> environment,
            boolean warm) {
        this(projectRoot, data, listen, gateways, commands, queries, environment, warm, LONGEST_START);
    }

    /** Two gateways, one node of each other kind, on 127.0.0.1. */
    public static InstanceOptions of(Path data, int port) {
        return new InstanceOptions(ProjectRoot.find(), data, "127.0.0.1:" + port, 2, 1, 1, Map.of(), false);
    }

    public InstanceOptions withNodes(int newGateways, int newCommands, int newQueries) {
        return new InstanceOptions(
                projectRoot, data, listen, newGateways, newCommands, newQueries, environment, warm, timeout);
    }

    /** With these variables for a process or a kind of processes, beside those already given. */
    public InstanceOptions withEnvironment(String processOrKind, Map<String, String> variables) {
        Map<String, Map<String, String>> all = new HashMap<>(environment);
        Map<String, String> merged = new HashMap<>(all.getOrDefault(processOrKind, Map.of()));
        merged.putAll(variables);
        all.put(processOrKind, Map.copyOf(merged));
        return new InstanceOptions(projectRoot, data, listen, gateways, commands, queries, all, warm, timeout);
    }

    public int port() {
        return portOf(listen);
    }

    private static int portOf(String listen) {
        try {
            return Integer.parseInt(listen.substring(listen.lastIndexOf(':') + 1));
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
