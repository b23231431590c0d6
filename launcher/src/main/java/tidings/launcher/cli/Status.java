package tidings.launcher.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tidings.launcher.instance.InstanceDescription;
import tools.jackson.databind.json.JsonMapper;

@Command(name = "status", description = "Tells the health of each part; exit code 3 when something is not healthy.")
final class Status implements Callable<Integer> {
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
        HealthReport report = found.map(HealthReport::of).orElse(new HealthReport("", List.of()));
        if (json.wanted()) {
            out.println(JsonMapper.builder().build().writeValueAsString(report));
        } else if (found.isEmpty()) {
            out.println("Tidings does not run in " + data.path());
        } else {
            print(report, out);
        }
        out.flush();
        boolean healthy = found.isPresent() && report.isHealthy();
        return healthy ? 0 : 3;
    }

    private static void print(HealthReport report, PrintWriter out) {
        out.println(report.url());
        for (HealthReport.Part part : report.processes()) {
            out.printf(
                    "%-12s %-9s pid %-7d port %-5d restarts %-3d %s%n",
                    part.name(), part.health(), part.pid(), part.port(), part.restarts(), part.log());
        }
    }
}
