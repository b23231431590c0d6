package tidings.launcher.instance;

import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import tidings.launcher.process.Launchable;
import tidings.launcher.process.Probe;
import tidings.launcher.process.ProcessSpec;

/** The services of an instance, each from its own unpacked program. */
record Services(Map<ServiceKind, ServiceProgram> programs, ServiceEnvironment environment, DataFolder folder) {
    private static final Duration START = Duration.ofSeconds(150);
    /** Services stop within 10 s by themselves. */
    private static final Duration STOP = Duration.ofSeconds(12);

    static Services of(InstanceOptions options, DataFolder folder, ServiceEnvironment environment) {
        Map<ServiceKind, ServiceProgram> programs = new EnumMap<>(ServiceKind.class);
        for (ServiceKind kind : ServiceKind.values()) {
            programs.put(kind, ServiceProgram.unpack(options.projectRoot(), kind.module(), folder.of("programs")));
        }
        return new Services(programs, environment, folder);
    }

    Launchable launchable(Topology.Node node) {
        ServiceKind kind = ServiceKind.of(node);
        ServiceProgram program = programs.get(kind);
        if (program == null) {
            throw new IllegalStateException("no program for " + node.name());
        }
        ProcessSpec spec = new ProcessSpec(
                node.name(),
                program.command(kind),
                environment.of(node),
                folder.of("run").resolve(node.name()),
                folder.log(node.name()));
        return new Launchable(spec, node.http(), Probe.http(ready(node.http())), START, STOP);
    }

    private static URI ready(int port) {
        return URI.create("http://127.0.0.1:" + port + "/health/ready");
    }

    @Override
    public String toString() {
        return "Services";
    }
}
