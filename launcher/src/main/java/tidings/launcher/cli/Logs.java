package tidings.launcher.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tidings.launcher.process.LaunchFailedException;

@Command(name = "logs", description = "Shows the logs.")
final class Logs implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Parameters(arity = "0..1", paramLabel = "SERVICE", description = "e.g. gateway-1; all when absent")
    private @Nullable String service;

    @Option(names = "-f", description = "go on as they grow")
    private boolean follow;

    @Option(names = "-n", defaultValue = "50", paramLabel = "LINES", description = "so many last lines (default: 50)")
    private int lines;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("tail", "-n", String.valueOf(lines)));
        if (follow) {
            command.add("-F");
        }
        command.addAll(files().stream().map(Path::toString).toList());
        Process tail = new ProcessBuilder(command).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(tail::destroy));
        return tail.waitFor() == 0 ? 0 : 1;
    }

    private List<Path> files() throws IOException {
        String named = service;
        if (named != null) {
            Path log = data.folder().log(named);
            if (!named.matches("[a-z0-9-]+") || !Files.exists(log)) {
                throw new LaunchFailedException(
                        LaunchFailedException.Kind.BAD_USAGE,
                        "no log of " + named + " in " + data.folder().logs());
            }
            return List.of(log);
        }
        if (!Files.isDirectory(data.folder().logs())) {
            throw new LaunchFailedException(
                    LaunchFailedException.Kind.FAILED,
                    "no logs in " + data.folder().logs());
        }
        try (Stream<Path> logs = Files.list(data.folder().logs())) {
            return logs.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList();
        }
    }
}
