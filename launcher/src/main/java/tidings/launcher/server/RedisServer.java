package tidings.launcher.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import tidings.launcher.process.Launchable;
import tidings.launcher.process.Probe;
import tidings.launcher.process.ProcessSpec;
import tidings.launcher.provision.RedisProgram;

/** One Redis without persistence: what is in it may be lost at any time (ADR 0003). */
public record RedisServer(RedisProgram program, Path data, Path log, int port) {
    public Launchable prepare() {
        List<String> command = List.of(
                program.executable().toString(),
                "--port",
                String.valueOf(port),
                "--bind",
                "127.0.0.1",
                "--dir",
                data.toString(),
                "--save",
                "",
                "--appendonly",
                "no",
                "--databases",
                "64",
                "--maxmemory",
                "256mb",
                "--maxmemory-policy",
                "volatile-lru",
                "--client-output-buffer-limit",
                "pubsub 64mb 32mb 30",
                "--daemonize",
                "no");
        return new Launchable(
                new ProcessSpec("redis", command, program.environment(), data, log),
                port,
                Probe.redis(port),
                Duration.ofSeconds(60),
                Duration.ofSeconds(10));
    }
}
