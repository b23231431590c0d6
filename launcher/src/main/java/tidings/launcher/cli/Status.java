package tidings.launcher.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tidings.launcher.instance.InstanceDescription;
import tidings.launcher.process.Probe;
import tools.jackson.databind.json.JsonMapper;

@Command(name = "status", description = "Tells the health of each part; exit code 3 when something is not healthy.")
final class Status implements Callable<Integer> {
    /** One process; health is UP, DOWN (no process) or NOT_READY. */
    record Part(String name, long pid, int port, String health, int restarts, String log) {}

    /** What {@code --json} prints. */
    record Report(String url, List<Part> processes) {}

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Optional<InstanceDescription> found =
                data.folder().isHeld() ? InstanceDescription.read(data.folder()) : Optional.empty();
        Report report = found.map(Status::look).orElse(new Report("", List.of()));
        if (json.wanted()) {
            out.println(JsonMapper.builder().build().writeValueAsString(report));
        } else if (found.isEmpty()) {
            out.println("Tidings does not run in " + data.path());
        } else {
            print(report, out);
        }
        out.flush();
        boolean healthy = found.isPresent()
                && report.processes().stream().allMatch(part -> part.health().equals("UP"));
        return healthy ? 0 : 3;
    }

    private static Report look(InstanceDescription description) {
        return new Report(
                description.url(),
                description.processes().parallelStream().map(Status::look).toList());
    }

    private static Part look(InstanceDescription.Entry entry) {
        String health = entry.pid() < 0 ? "DOWN" : probe(entry).answers() ? "UP" : "NOT_READY";
        return new Part(entry.name(), entry.pid(), entry.port(), health, entry.restarts(), entry.log());
    }

    private static Probe probe(InstanceDescription.Entry entry) {
        return switch (entry.name()) {
            case "mysql" -> Probe.mysql(entry.port());
            case "redis" -> Probe.redis(entry.port());
            case "kafka" -> Probe.tcp(entry.port());
            default -> Probe.http(URI.create("http://127.0.0.1:" + entry.port() + "/health/ready"));
        };
    }

    private static void print(Report report, PrintWriter out) {
        out.println(report.url());
        for (Part part : report.processes()) {
            out.printf(
                    "%-12s %-9s pid %-7d port %-5d restarts %-3d %s%n",
                    part.name(), part.health(), part.pid(), part.port(), part.restarts(), part.log());
        }
    }
}
