package tidings.load.scenario;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tidings.load.drive.Findings;
import tidings.load.drive.Plan;
import tidings.load.drive.Run;
import tidings.load.instance.DataOption;
import tidings.load.instance.LocalInstance;
import tidings.load.measure.ProcessMeter;
import tidings.load.report.HtmlReport;
import tidings.load.report.Report;
import tidings.load.report.TextReport;
import tidings.load.seed.Crowd;
import tidings.load.seed.Seed;
import tidings.load.seed.SeedFiles;
import tidings.load.socket.Connector;
import tools.jackson.databind.json.JsonMapper;

/** {@code load rooms}, {@code load idle} and so on: exit code 1 when anything was lost, doubled or reordered. */
@Command
final class ScenarioCommand implements Callable<Integer> {

    private static final String SELF = "load-program";
    private static final int BASE_36 = 36;

    private final Scenario scenario;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private PlanOptions options = new PlanOptions();

    @Option(names = "--seed", paramLabel = "DIR", description = "a folder of load seed, instead of seeding now")
    private @Nullable Path seedFolder;

    @Option(names = "--url", paramLabel = "WS-URL", description = "the WebSocket, instead of the instance's")
    private @Nullable URI url;

    @Option(names = "--out", paramLabel = "DIR", description = "where the report is written (default: DATA/load)")
    private @Nullable Path out;

    @Option(names = "--json", description = "print the JSON report")
    private boolean json;

    ScenarioCommand(Scenario scenario) {
        this.scenario = scenario;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        CommandSpec command = Objects.requireNonNull(spec);
        Plan plan = plan(command);
        LocalInstance instance = data.load();
        Seed seed = seed(instance, plan, Clock.systemUTC());
        if (scenario == Scenario.RISING) {
            return new Rising(plan, step -> {
                        Report report = told(measure(command, instance, seed, step));
                        return new Rising.Result(report.findings().delivery().p99(), report.kept());
                    })
                    .climb(command.commandLine().getOut());
        }
        return told(measure(command, instance, seed, plan)).kept() ? 0 : 1;
    }

    private Report measure(CommandSpec command, LocalInstance instance, Seed seed, Plan plan)
            throws IOException, InterruptedException {
        Instant start = Clock.systemUTC().instant();
        String run = Long.toString(start.toEpochMilli(), BASE_36);
        URI socket = url == null ? instance.socket() : url;
        PrintWriter err = command.commandLine().getErr();
        Findings findings;
        try (Connector connector = new Connector(socket, plan.loops(), plan.sources())) {
            findings = new Run(plan, seed.tokens(), seed.rooms(), connector, meter(instance), run, line -> {
                        err.println(line);
                        err.flush();
                    })
                    .execute();
        }
        return Report.of(scenario.id(), run, start, socket.toString(), plan, findings, SELF);
    }

    /** Writes the report down and prints it. */
    private Report told(Report report) throws IOException {
        String document = JsonMapper.builder().build().writeValueAsString(report);
        write(report, document);
        PrintWriter results = Objects.requireNonNull(spec).commandLine().getOut();
        results.println(json ? document : TextReport.of(report));
        results.flush();
        return report;
    }

    private Plan plan(CommandSpec command) {
        try {
            return options.plan(scenario);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private Seed seed(LocalInstance instance, Plan plan, Clock clock) throws IOException {
        Crowd crowd = Crowd.inOneChannelEach(plan.users(), plan.roomSize());
        Seed seed = seedFolder != null
                ? SeedFiles.read(seedFolder, plan.roomSize())
                : SeedFiles.make(instance, crowd, folder().resolve("seed"), clock);
        if (seed.tokens().size() < plan.users()) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(), "the seed has fewer than " + plan.users() + " users");
        }
        return seed;
    }

    private static ProcessMeter meter(LocalInstance instance) {
        ProcessMeter meter = new ProcessMeter();
        instance.processes().forEach(process -> meter.watch(process.name(), process.pid()));
        meter.watch(SELF, ProcessHandle.current().pid());
        return meter;
    }

    private Path folder() {
        return out == null ? data.folder() : out;
    }

    private void write(Report report, String document) throws IOException {
        Files.createDirectories(folder());
        String name = report.scenario() + "-" + report.run();
        Files.writeString(folder().resolve(name + ".json"), document);
        Files.writeString(folder().resolve(name + ".html"), HtmlReport.of(report));
    }
}
