package tidings.gateway.rehearsal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tidings.gateway.fanout.BrokerUnavailableException;
import tidings.gateway.fanout.EventPublisher;

/**
 * A whole gateway in this process, before the real one: real sockets, gRPC and Redis, where all that it touches bears a
 * prefix of its own and expires. For its guests a gateway is then as fast as after a minute of work (ADR 0019).
 */
public final class Rehearsal {

    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);
    private static final long TURN_MS = 20;
    /** After so long the publisher has given whatever it wrote its expiry. */
    private static final Duration HOUSEKEEPING = Duration.ofMillis(1_200);

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int BUFFER_BYTES = 64 * 1024;

    private final Cast cast;
    private final Script script;
    private final Duration lasts;

    private Rehearsal(Cast cast, Script script, Duration lasts) {
        this.cast = cast;
        this.script = script;
        this.lasts = lasts;
    }

    /**
     * Plays for a while. Never fails: who could not rehearse opens nevertheless.
     *
     * @param program what the real gateway is started from
     * @param arguments the real gateway's
     * @return how many messages were sent
     */
    public static long play(Class<?> program, Clock clock, Duration lasts, String... arguments) {
        if (!lasts.isPositive()) {
            return 0;
        }
        long begun = System.nanoTime();
        Script script = new Script(clock);
        try {
            new Rehearsal(new Cast(clock.instant()), script, lasts).play(program, arguments);
        } catch (IOException | RuntimeException e) {
            LOG.warn("The rehearsal was broken off: {}", e.toString());
        }
        long messages = script.messages();
        LOG.info(
                "Rehearsed {} messages in {} ms",
                messages,
                Duration.ofNanos(System.nanoTime() - begun).toMillis());
        return messages;
    }

    private void play(Class<?> program, String[] arguments) throws IOException {
        Path stage = Files.createTempDirectory("tidings-rehearsal");
        Path socketFile = stage.resolve("ws.sock");
        Path keys = Files.writeString(stage.resolve("jwks.json"), cast.keys());
        try (StandInCommandNode commandNode = new StandInCommandNode(cast, script);
                ConfigurableApplicationContext gateway =
                        start(program, arguments, differences(commandNode, socketFile, keys))) {
            long end = System.nanoTime() + lasts.toNanos();
            EventPublisher publisher = gateway.getBean(EventPublisher.class);
            Thread publishing =
                    Thread.ofPlatform().name("rehearsal").start(() -> publish(publisher, end + HOUSEKEEPING.toNanos()));
            act(socketFile, end);
            if (!publishing.join(HOUSEKEEPING.plus(PATIENCE))) {
                publishing.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            Files.deleteIfExists(socketFile);
            Files.deleteIfExists(keys);
            Files.deleteIfExists(stage);
        }
    }

    private static ConfigurableApplicationContext start(
            Class<?> program, String[] arguments, Map<String, Object> differences) {
        Stream<String> own = Stream.of(arguments)
                .filter(argument ->
                        differences.keySet().stream().noneMatch(name -> argument.startsWith("--" + name + "=")));
        Stream<String> different =
                differences.entrySet().stream().map(entry -> "--" + entry.getKey() + "=" + entry.getValue());
        SpringApplication application = new SpringApplication(program);
        application.setRegisterShutdownHook(false);
        return application.run(Stream.concat(own, different).toArray(String[]::new));
    }

    /** Between it and the real gateway. */
    private static Map<String, Object> differences(StandInCommandNode commandNode, Path socketFile, Path keys) {
        return Map.ofEntries(
                Map.entry("tidings.socket.port", 0),
                Map.entry("tidings.socket.bind-address", "127.0.0.1"),
                Map.entry("tidings.socket.socket-file", socketFile),
                Map.entry("tidings.socket.drain-for", "1ms"),
                Map.entry("tidings.access.jwks-uri", keys.toUri()),
                Map.entry("tidings.command.nodes", commandNode.address()),
                Map.entry("tidings.command.internal-secret", RehearsalIdFactory.next()),
                Map.entry("tidings.limits.user-sends-per-second", 1_000_000),
                Map.entry("tidings.limits.channel-sends-per-second", 1_000_000),
                Map.entry("tidings.fanout.prefix", "tidings-rehearsal:" + RehearsalIdFactory.next() + ":"),
                Map.entry("tidings.fanout.replay-for", "30s"),
                Map.entry("tidings.kafka.consumes", false));
    }

    private void publish(EventPublisher publisher, long end) {
        try {
            while (System.nanoTime() < end) {
                publisher.publish(script.next());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (BrokerUnavailableException e) {
            LOG.warn("The rehearsal goes on without its broker: {}", e.getMessage());
        }
    }

    /** Whoever leaves comes again: signing in is rehearsed as well. */
    private void act(Path socketFile, long end) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
        try (Selector selector = Selector.open()) {
            for (Cast.Actor actor : cast.actors()) {
                new Extra(socketFile, actor, selector);
            }
            while (System.nanoTime() < end) {
                selector.select(TURN_MS);
                for (SelectionKey key : selector.selectedKeys()) {
                    Extra extra = (Extra) key.attachment();
                    if (!extra.heard(buffer)) {
                        new Extra(socketFile, extra.actor(), selector);
                    }
                }
                selector.selectedKeys().clear();
            }
            for (SelectionKey key : selector.keys()) {
                ((Extra) key.attachment()).leave();
            }
        }
    }
}
