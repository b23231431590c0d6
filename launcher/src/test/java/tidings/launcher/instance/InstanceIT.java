package tidings.launcher.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidings.launcher.fixture.ProgressWait;
import tidings.launcher.process.FreePorts;
import tidings.launcher.process.LaunchFailedException;

class InstanceIT {
    @TempDir
    Path temporary = Path.of("");

    private final List<String> journal = new ArrayList<>();
    private InstanceOptions options = InstanceOptions.of(Path.of("."), 1);

    @BeforeEach
    void project() throws IOException {
        Path project = StubProject.in(Files.createDirectory(temporary.resolve("project")));
        options = new InstanceOptions(
                project, temporary.resolve("data"), "127.0.0.1:" + FreePorts.next(), 2, 1, 1, Map.of(), false);
    }

    @Test
    void startsEverythingAndKeepsAllDataOverARestart() throws Exception {
        long mysql;
        try (Instance instance = start()) {
            mysql = instance.process("mysql").pid();
            assertThat(get(instance.url() + "/health/ready")).startsWith("gateway-");
            assertThat(get(instance.url() + "/")).isEqualTo("the web client");
            execute(
                    instance,
                    "command",
                    "tidings_events",
                    "CREATE TABLE kept (id INT PRIMARY KEY)",
                    "INSERT INTO kept VALUES (7)");
            KafkaRecords.write(instance.description().kafka(), "kept", "a record");
        }
        assertThat(ProcessHandle.of(mysql)).isEmpty();
        assertThat(temporary.resolve("data/instance.json")).doesNotExist();

        try (Instance instance = start()) {
            execute(instance, "command", "tidings_events", "DELETE FROM kept WHERE id = 7");
            assertThat(KafkaRecords.read(instance.description().kafka(), "kept"))
                    .containsExactly("a record");
        }
    }

    @Test
    void givesEachSideItsOwnSchemaAndItsSecretsOnly() throws Exception {
        try (Instance instance = start()) {
            assertThatThrownBy(() -> execute(instance, "query", "tidings_events", "SELECT 1"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("Access denied");
            assertThatThrownBy(() -> execute(instance, "query", "tidings_views", "CREATE DATABASE more"))
                    .hasMessageContaining("Access denied");
            execute(instance, "query", "tidings_views", "CREATE TABLE own (id INT)");

            assertThat(get(instance.description().commandHttp().getFirst()))
                    .contains("TIDINGS_SIGNING_KEYS_FILE")
                    .contains("TIDINGS_MYSQL_PASSWORD");
            assertThat(get(instance.description().gatewayHttp().getFirst()))
                    .contains("TIDINGS_COMMAND_NODES")
                    .doesNotContain("TIDINGS_SIGNING_KEYS_FILE")
                    .doesNotContain("TIDINGS_MYSQL");
            try (Stream<Path> secrets = Files.list(temporary.resolve("data/secrets"))) {
                assertThat(secrets)
                        .isNotEmpty()
                        .allSatisfy(
                                file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                                        .isEqualTo("rw-------"));
            }
        }
    }

    @Test
    void startsAnewWhatDies() throws Exception {
        try (Instance instance = start()) {
            ManagedProcess gateway = instance.process("gateway-1");
            ManagedProcess nginx = instance.process("nginx");
            long before = gateway.pid();

            gateway.crash();
            nginx.crash();

            await().until(() -> gateway.pid() != before && gateway.isReady());
            await().until(() -> nginx.restarts() == 1 && nginx.isReady());
            assertThat(gateway.restarts()).isEqualTo(1);
            assertThat(journal).anyMatch(line -> line.startsWith("gateway-1 ended with 137"));
            assertThat(environment(gateway)).contains("TIDINGS_NODE_NAME=gateway-1");

            gateway.takeDown();
            assertThat(gateway.isReady()).isFalse();
            gateway.bringUp();
            assertThat(gateway.isReady()).isTrue();
            assertThat(gateway.restarts()).isEqualTo(1);
        }
    }

    @Test
    void startsWithWhatTheLivesBeforeHaveLearned() throws Exception {
        options = new InstanceOptions(options.projectRoot(), options.data(), options.listen(), 2, 1, 1, Map.of(), true);
        try (Instance first = start()) {
            assertThat(first.process("gateway-1").isReady()).isTrue();
        }
        assertThat(learned(".recording"))
                .hasSize(3)
                .allMatch(file -> file.toFile().length() > 0);
        assertThat(journal).noneMatch(line -> line.startsWith("cache-of-"));

        try (Instance second = start()) {
            ProgressWait.observing(InstanceIT::cacheMakersTime).until("three caches are made", () -> hasCaches(3));
            assertThat(mapped(second, "gateway-1")).doesNotContain(".aot");
        }
        assertThat(learned(".recording")).isEmpty();

        try (Instance third = start()) {
            for (String node : List.of("command-1", "query-1", "gateway-1", "gateway-2")) {
                assertThat(mapped(third, node)).contains(".aot");
            }
        }
    }

    private static List<String> environment(ManagedProcess process) throws IOException {
        return List.of(Files.readString(Path.of("/proc", Long.toString(process.pid()), "environ"))
                .split("\0"));
    }

    /** The files that belong to programs and end so. */
    /** What the making of caches, last in the queue for the processors, has had of them. */
    private static Duration cacheMakersTime() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").contains("-XX:AOTMode=create"))
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    private boolean hasCaches(int number) {
        try {
            return learned(".aot").size() == number;
        } catch (IOException | UncheckedIOException e) {
            // a file that went while the folder was read
            return false;
        }
    }

    private List<Path> learned(String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(temporary.resolve("data/programs"))) {
            return files.filter(file -> file.toString().endsWith(suffix)).toList();
        }
    }

    private static String mapped(Instance instance, String node) throws IOException {
        return Files.readString(
                Path.of("/proc", Long.toString(instance.process(node).pid()), "maps"));
    }

    @Test
    void refusesAFolderThatIsHeldAndAPortThatIsTaken() throws Exception {
        try (Instance instance = start()) {
            assertThatThrownBy(this::start)
                    .isInstanceOf(LaunchFailedException.class)
                    .hasMessage("an instance already runs in " + temporary.resolve("data"));
            assertThat(instance.process("mysql").isReady()).isTrue();
        }
        try (ServerSocket other = new ServerSocket(options.port(), 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(this::start)
                    .isInstanceOf(LaunchFailedException.class)
                    .hasMessageContaining("port " + other.getLocalPort() + " is taken");
        }
    }

    @Test
    void tellsWhyAChildDiesAtStartAndStopsTheOthers() {
        options = options.withEnvironment("gateway", Map.of("STUB_FAILS", "the moon is full"));

        assertThatThrownBy(this::start)
                .isInstanceOf(LaunchFailedException.class)
                .hasMessageContaining("gateway-")
                .hasMessageContaining("ended while starting")
                .hasMessageContaining("the moon is full")
                .hasMessageContaining(temporary.resolve("data/logs/gateway-").toString());
        assertThat(ProcessHandle.current().children().filter(InstanceIT::isOfAnInstance))
                .isEmpty();
    }

    @Test
    void triesAFirstStartThatFailedAgain() throws Exception {
        options = options.withEnvironment(
                "command", Map.of("STUB_FAILS_ONCE", temporary.resolve("failed").toString()));

        try (Instance instance = start()) {
            assertThat(temporary.resolve("failed")).exists();
            assertThat(instance.process("command-1").isReady()).isTrue();
        }
    }

    @Test
    void givesUpAtTheTimeLimitAndTellsWhatItWaitedFor() {
        options = new InstanceOptions(
                options.projectRoot(),
                options.data(),
                options.listen(),
                2,
                1,
                1,
                Map.of("gateway", Map.of("STUB_NEVER_READY", "yes")),
                false,
                Duration.ofSeconds(45));

        assertThatThrownBy(this::start)
                .isInstanceOf(LaunchFailedException.class)
                .hasMessageContaining("not ready after 45 s")
                .hasMessageContaining("gateway-1 (")
                .hasMessageContaining("503")
                .hasMessageContaining("--timeout");
    }

    private static boolean isOfAnInstance(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains("/data/");
    }

    private Instance start() {
        return Instance.start(options, line -> {
            synchronized (journal) {
                journal.add(line);
            }
        });
    }

    private void execute(Instance instance, String side, String schema, String... statements) throws Exception {
        String url = instance.description().mysql().viewsUrl().replace("tidings_views", schema);
        String password = Files.readString(temporary.resolve("data/secrets/mysql-" + side));
        try (Connection connection = DriverManager.getConnection(url, "tidings_" + side, password);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String get(String url) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
