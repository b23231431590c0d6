package tidings.gateway.fanout;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import tidings.launcher.process.FreePorts;
import tidings.launcher.process.Launchable;
import tidings.launcher.process.LeashedProcess;
import tidings.launcher.process.Probe;
import tidings.launcher.process.ProcessSpec;
import tidings.launcher.provision.ProgramCache;
import tidings.launcher.provision.RedisProgram;

/** A Redis Cluster of three primaries on this machine. */
final class ClusterUnderTest implements AutoCloseable {

    private static final int NODES = 3;
    private static final int SLOTS = 16_384;

    private final List<Launchable> nodes = new ArrayList<>();
    private final List<LeashedProcess> running = new ArrayList<>();

    ClusterUnderTest(Path directory) throws IOException {
        RedisProgram program = RedisProgram.locate(ProgramCache.ofUser());
        List<Integer> busPorts = new ArrayList<>();
        for (int i = 0; i < NODES; i++) {
            Path data = Files.createDirectories(directory.resolve("redis-" + i));
            int port = FreePorts.next();
            int busPort = FreePorts.next();
            busPorts.add(busPort);
            nodes.add(launchable(program, data, port, busPort));
            running.add(nodes.getLast().start());
        }
        for (int i = 0; i < NODES; i++) {
            int last = i == NODES - 1 ? SLOTS - 1 : (i + 1) * (SLOTS / NODES) - 1;
            ask(i, "CLUSTER ADDSLOTSRANGE " + i * (SLOTS / NODES) + " " + last);
            ask(0, "CLUSTER MEET 127.0.0.1 " + nodes.get(i).port() + " " + busPorts.get(i));
        }
        for (int i = 0; i < NODES; i++) {
            int node = i;
            Awaitility.await().until(() -> isOk(node));
        }
    }

    private static Launchable launchable(RedisProgram program, Path data, int port, int busPort) {
        List<String> command = List.of(
                program.executable().toString(),
                "--port",
                String.valueOf(port),
                "--bind",
                "127.0.0.1",
                "--cluster-enabled",
                "yes",
                "--cluster-port",
                String.valueOf(busPort),
                "--cluster-node-timeout",
                "2000",
                "--save",
                "",
                "--dir",
                data.toString());
        return new Launchable(
                new ProcessSpec("redis-" + port, command, program.environment(), data, data.resolve("log")),
                port,
                Probe.redis(port),
                Duration.ofSeconds(20),
                Duration.ofSeconds(5));
    }

    private boolean isOk(int node) throws IOException {
        try (Socket socket = connect(node, "CLUSTER INFO");
                BufferedReader answer = reader(socket)) {
            answer.readLine();
            return "cluster_state:ok".equals(answer.readLine());
        }
    }

    private void ask(int node, String command) throws IOException {
        try (Socket socket = connect(node, command);
                BufferedReader answer = reader(socket)) {
            String line = answer.readLine();
            if (!"+OK".equals(line)) {
                throw new IllegalStateException(command + ": " + line);
            }
        }
    }

    private Socket connect(int node, String command) throws IOException {
        Socket socket = new Socket("127.0.0.1", nodes.get(node).port());
        socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    }

    URI uri() {
        return URI.create("redis://127.0.0.1:" + nodes.getFirst().port());
    }

    /** Kills every node and starts it again with the slots that it had. */
    void restart() {
        running.forEach(LeashedProcess::kill);
        running.clear();
        nodes.forEach(node -> running.add(node.start()));
    }

    @Override
    public void close() {
        running.forEach(LeashedProcess::kill);
    }
}
