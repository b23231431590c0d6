package tidings.launcher.cli;

import java.net.URI;
import java.util.List;
import tidings.launcher.instance.InstanceDescription;
import tidings.launcher.process.Probe;

/** What {@code status --json} prints: each process of an instance, and how it is. */
record HealthReport(String url, List<Part> processes) {
    /** One process; health is UP, DOWN (no process) or NOT_READY. */
    record Part(String name, long pid, int port, String health, int restarts, String log) {}

    static HealthReport of(InstanceDescription description) {
        return new HealthReport(
                description.url(),
                description.processes().parallelStream().map(HealthReport::look).toList());
    }

    boolean isHealthy() {
        return processes.stream().allMatch(part -> part.health().equals("UP"));
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
}
