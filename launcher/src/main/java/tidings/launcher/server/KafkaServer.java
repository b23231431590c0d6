package tidings.launcher.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tidings.launcher.process.LaunchFailedException;
import tidings.launcher.process.Launchable;
import tidings.launcher.process.LeashedProcess;
import tidings.launcher.process.Probe;
import tidings.launcher.process.ProcessSpec;
import tidings.launcher.provision.FileTree;
import tidings.launcher.provision.KafkaProgram;

/**
 * One Kafka node, broker and controller in one (KRaft), by Kafka's own entry points.
 *
 * @param javaOptions beside the usual ones
 */
public record KafkaServer(
        KafkaProgram program, Path data, Path log, int port, int controllerPort, List<String> javaOptions) {
    /** For a node that lives for minutes: what the second compiler saves later it costs first. */
    public static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1");

    private static final List<String> JVM = List.of(
            "-Xms64m",
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            JavaOptions.HUGE_PAGES,
            "-XX:MaxDirectMemorySize=64m",
            "-XX:-UsePerfData",
            "--enable-native-access=ALL-UNNAMED",
            "-Dlog4j2.disableJmx=true");

    /** Writes the configuration, formats a new data folder, and says how to start the node. */
    public Launchable prepare() {
        try {
            Path configuration = configure();
            if (!Files.exists(logDirectory().resolve("meta.properties"))) {
                format(configuration);
            }
            List<String> command = java(List.of("-XX:SharedArchiveFile=" + archive(), "-XX:+AutoCreateSharedArchive"));
            command.addAll(List.of("kafka.Kafka", configuration.toString()));
            return new Launchable(
                    spec("kafka", command), port, Probe.tcp(port), Duration.ofSeconds(90), Duration.ofSeconds(20));
        } catch (IOException e) {
            throw new LaunchFailedException(
                    LaunchFailedException.Kind.FAILED, "kafka cannot be set up: " + e.getMessage(), e);
        }
    }

    private Path configure() throws IOException {
        Files.createDirectories(data);

        Path configuration = data.resolve("server.properties");
        Files.writeString(configuration, KafkaProperties.text(port, controllerPort, logDirectory()));
        try (InputStream logging = KafkaServer.class.getResourceAsStream("log4j2.properties")) {
            if (logging == null) {
                throw new IOException("log4j2.properties is not on the class path");
            }
            Files.copy(logging, data.resolve("log4j2.properties"), StandardCopyOption.REPLACE_EXISTING);
        }
        return configuration;
    }

    private void format(Path configuration) throws IOException {
        // A format that was interrupted is begun anew: nothing can be in a log that has no meta.properties.
        FileTree.delete(logDirectory());
        List<String> command = java(List.of());
        command.addAll(
                List.of("kafka.tools.StorageTool", "format", "-t", ClusterId.random(), "-c", configuration.toString()));
        LeashedProcess format = LeashedProcess.start(spec("kafka-format", command));
        int exit = format.exitCode().join();
        if (exit != 0) {
            throw format.failed("could not format its data folder");
        }
    }

    private Path logDirectory() {
        return data.resolve("log");
    }

    private Path archive() {
        return data.resolve("classes.jsa");
    }

    private ProcessSpec spec(String name, List<String> command) {
        return new ProcessSpec(name, command, Map.of(), data, log);
    }

    private List<String> java(List<String> more) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.addAll(javaOptions);
        command.addAll(JavaOptions.added("KAFKA"));
        command.addAll(more);
        command.add("-Dlog4j2.configurationFile=" + data.resolve("log4j2.properties"));
        command.add("-cp");
        command.add(program.libraries() + "/*");
        return command;
    }
}
