package tidings.launcher.instance;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tidings.launcher.process.Launchable;
import tidings.launcher.process.Probe;
import tidings.launcher.process.ProcessSpec;

/**
 * The services of an instance, each from its own unpacked program.
 *
 * @param warm whether they start with what an earlier life has learned (docs/performance.md)
 */
record Services(
        Map<ServiceKind, ServiceProgram> programs, ServiceEnvironment environment, DataFolder folder, boolean warm) {
    private static final Duration START = Duration.ofSeconds(150);
    /** Services stop within 10 s by themselves. */
    private static final Duration STOP = Duration.ofSeconds(12);
    /** Writing down what was recorded takes 2 s where nothing else runs. */
    private static final Duration RECORD = Duration.ofSeconds(30);
    /** Comes last where others want the processor: by its own priority, and by its session's where those share it. */
    private static final List<String> LAST_OF_ALL = List.of(
            "/bin/sh", "-c", "{ echo 19 >/proc/self/autogroup; } 2>/dev/null; exec nice -n 19 \"$@\"", "last-of-all");

    static Services of(InstanceOptions options, DataFolder folder, ServiceEnvironment environment) {
        Map<ServiceKind, ServiceProgram> programs = new EnumMap<>(ServiceKind.class);
        for (ServiceKind kind : ServiceKind.values()) {
            programs.put(kind, ServiceProgram.unpack(options.projectRoot(), kind.module(), folder.of("programs")));
        }
        return new Services(programs, environment, folder, options.warm());
    }

    Launchable launchable(Topology.Node node) {
        ServiceKind kind = ServiceKind.of(node);
        ServiceProgram program = program(kind);
        AotCache cache = program.cache(kind);
        boolean records = warm && cache.isPossible() && !cache.isMade() && !cache.isRecorded() && node.isFirst();
        List<String> more = records ? cache.recordingTo() : warm && cache.isMade() ? cache.using() : List.of();
        ProcessSpec spec = new ProcessSpec(
                node.name(),
                program.command(kind, more),
                environment.of(node),
                folder.of("run").resolve(node.name()),
                folder.log(node.name()));
        return new Launchable(
                spec, node.http(), Probe.http(ready(node.http())), START, records ? STOP.plus(RECORD) : STOP);
    }

    /** What the lives before recorded and nobody has made a cache of. */
    List<AotCaching.Task> cachesToMake() {
        List<AotCaching.Task> tasks = new ArrayList<>();
        for (ServiceKind kind : ServiceKind.values()) {
            AotCache cache = program(kind).cache(kind);
            if (warm && cache.isPossible() && !cache.isMade() && cache.isRecorded()) {
                tasks.add(new AotCaching.Task(cache, making(kind, cache)));
            }
        }
        return tasks;
    }

    private ProcessSpec making(ServiceKind kind, AotCache cache) {
        List<String> command = new ArrayList<>(LAST_OF_ALL);
        command.addAll(program(kind).command(kind, cache.making()));
        String name = "cache-of-" + kind.module();
        return new ProcessSpec(name, command, Map.of(), folder.of("run").resolve(name), folder.log(name));
    }

    private ServiceProgram program(ServiceKind kind) {
        return Objects.requireNonNull(programs.get(kind), kind.module());
    }

    private static URI ready(int port) {
        return URI.create("http://127.0.0.1:" + port + "/health/ready");
    }

    @Override
    public String toString() {
        return "Services";
    }
}
