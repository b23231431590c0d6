package tidings.system.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tidings.launcher.instance.Instance;
import tidings.launcher.instance.InstanceDescription;
import tidings.launcher.instance.InstanceOptions;
import tidings.system.clock.ClockAgent;

/**
 * What lies between the processes of the stage, for faults that no signal can make: {@code gateway-1} reaches Redis and
 * {@code command-1} reaches MySQL over links, and {@code command-2} goes by a clock that can be put.
 */
public final class Wiring {

    private final InstanceOptions options;
    private final Link redis;
    private final Link mysql;
    private final CommitTrap commits = new CommitTrap();
    private final Path clock;

    private Wiring(InstanceOptions plain, InstanceDescription ports) {
        URI redisUri = URI.create(ports.redis());
        URI mysqlUri = URI.create(ports.mysql().eventsUrl().substring("jdbc:".length()));
        this.redis = new Link(redisUri.getPort(), () -> LinkWatch.NONE);
        this.mysql = new Link(mysqlUri.getPort(), commits::watch);
        this.clock = plain.data().resolve("clock-of-command-2");
        setClock(0);
        this.options = plain.withEnvironment(
                        "gateway-1", Map.of("TIDINGS_REDIS_URI", through(ports.redis(), redisUri, redis)))
                .withEnvironment(
                        "command-1",
                        Map.of("TIDINGS_MYSQL_URL", through(ports.mysql().eventsUrl(), mysqlUri, mysql)))
                .withEnvironment("command-2", ClockAgent.of(clock.resolveSibling("clock-agent.jar"), clock));
    }

    /** For an instance of these options; its ports are drawn, and remembered in its folder. */
    static Wiring of(InstanceOptions plain) {
        try (Instance portsOnly = Instance.prepare(plain, note -> {})) {
            return new Wiring(plain, portsOnly.description());
        }
    }

    private static String through(String address, URI uri, Link link) {
        return address.replace(":" + uri.getPort(), ":" + link.port());
    }

    InstanceOptions options() {
        return options;
    }

    public Link redisOfGateway1() {
        return redis;
    }

    public Link mysqlOfCommand1() {
        return mysql;
    }

    public CommitTrap commitsOfCommand1() {
        return commits;
    }

    /** Puts the clock of {@code command-2} so many seconds ahead; it goes by it within a second. */
    public void setClock(int secondsAhead) {
        try {
            Files.createDirectories(clock.getParent());
            Files.writeString(clock, "%+d%n".formatted(secondsAhead));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
