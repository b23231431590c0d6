package tidings.launcher.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tidings.launcher.instance.DataFolder;
import tidings.launcher.instance.InstanceDescription;
import tidings.launcher.instance.InstanceOptions;
import tidings.launcher.process.LaunchFailedException;
import tidings.launcher.process.LogExcerpt;

/** Starts a launcher of its own session that outlives this program, and waits until its instance is ready. */
record Detached(InstanceOptions options, DataFolder folder) {
    int start(Outcome out) throws IOException, InterruptedException {
        Path log = folder.log("launcher");
        Files.createDirectories(folder.logs());
        long from = Files.exists(log) ? Files.size(log) : 0;
        Process launcher = new ProcessBuilder(command())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        LogFollower notes = new LogFollower(log, from);
        while (!isReady(launcher)) {
            boolean ended = launcher.waitFor(200, TimeUnit.MILLISECONDS);
            notes.next().stream().filter(line -> !isOutcome(line)).forEach(out::progress);
            if (ended) {
                throw new LaunchFailedException(kind(launcher.exitValue()), reason(log, from));
            }
        }
        out.up("http://" + options.listen());
        return 0;
    }

    /** What this program tells itself. */
    private static boolean isOutcome(String line) {
        return line.startsWith(Tidings.SAYS) || line.startsWith("  ") || line.startsWith(Outcome.UP);
    }

    /** What the launcher said in the end, with the lines that belong to it. */
    private static String reason(Path log, long from) throws IOException {
        List<String> lines = new LogFollower(log, from).next();
        for (int last = lines.size() - 1; last >= 0; last--) {
            if (lines.get(last).startsWith(Tidings.SAYS)) {
                return String.join("\n", lines.subList(last, lines.size())).substring(Tidings.SAYS.length());
            }
        }
        return "the launcher failed: " + LogExcerpt.reason(log, from) + " (log: " + log + ")";
    }

    private boolean isReady(Process launcher) {
        return InstanceDescription.read(folder)
                .filter(description -> description.launcherPid() == launcher.pid())
                .map(InstanceDescription::ready)
                .orElse(false);
    }

    private static LaunchFailedException.Kind kind(int exitCode) {
        for (LaunchFailedException.Kind kind : LaunchFailedException.Kind.values()) {
            if (kind.exitCode() == exitCode) {
                return kind;
            }
        }
        return LaunchFailedException.Kind.FAILED;
    }

    /** No build can replace it under the running launcher. */
    private Path privateCopy() throws IOException {
        Path copy = Files.createDirectories(folder.root().resolve("programs")).resolve("launcher.jar");
        return Files.copy(Path.of(System.getProperty("java.class.path")), copy, StandardCopyOption.REPLACE_EXISTING);
    }

    private List<String> command() throws IOException {
        List<String> command = new ArrayList<>();
        command.add("/usr/bin/setsid");
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(List.of("-jar", privateCopy().toString()));
        command.addAll(List.of("up", "--data", folder.root().toString()));
        int colon = options.listen().lastIndexOf(':');
        command.addAll(List.of("--bind", options.listen().substring(0, colon)));
        command.addAll(List.of("--port", options.listen().substring(colon + 1)));
        command.addAll(List.of("--gateways", String.valueOf(options.gateways())));
        command.addAll(List.of("--commands", String.valueOf(options.commands())));
        command.addAll(List.of("--queries", String.valueOf(options.queries())));
        command.addAll(List.of("--timeout", String.valueOf(options.timeout().toSeconds())));
        return command;
    }
}
