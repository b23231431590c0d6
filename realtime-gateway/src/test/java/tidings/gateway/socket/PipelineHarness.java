package tidings.gateway.socket;

import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import tidings.events.account.AccountId;
import tidings.gateway.dispatch.Outcome;
import tidings.gateway.frame.ClientFrame;
import tidings.gateway.health.Readiness;
import tidings.gateway.hub.HubProperties;
import tidings.gateway.limits.LimitProperties;
import tidings.gateway.limits.Limits;
import tidings.gateway.limits.RequestAddresses;
import tidings.gateway.presence.Presence;
import tidings.gateway.presence.PresenceProperties;
import tidings.gateway.session.SessionProperties;
import tidings.gateway.session.SessionServices;
import tidings.gateway.session.SessionShards;
import tidings.gateway.session.Users;
import tidings.gateway.simulation.SimulatedLoop;
import tidings.gateway.simulation.SimulatedNetwork;

/** The real pipeline and sessions on embedded channels; the network beyond is simulated, time is moved by hand. */
final class PipelineHarness {

    static final String TOKEN = "Bearer good";
    static final AccountId ANN = new AccountId(new UUID(0, 0xa));
    static final Duration TOKEN_LIFE = Duration.ofMinutes(15);
    private static final LimitProperties LIMITS =
            new LimitProperties(20, 40, 200, 400, 100, 200, 10, 100, 2, false, List.of(), true, Duration.ofMillis(200));
    private static final PresenceProperties PRESENCE = new PresenceProperties(
            Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(2), Duration.ofSeconds(10), 200, 200);
    private static final HubProperties HUBS = new HubProperties(
            Duration.ofMillis(250),
            Duration.ofSeconds(15),
            Duration.ofSeconds(1),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10));

    final SimulatedLoop beyond = new SimulatedLoop();
    final SimulatedNetwork network = new SimulatedNetwork(beyond, new Random(1), 0);
    private final ManualClock clock = new ManualClock();
    private final SessionShards shards;
    private final Upgrade upgrade;
    private final Map<Channel, SocketLoop> loops = new IdentityHashMap<>();
    private final SocketProperties properties =
            new SocketProperties("127.0.0.1", 0, "", List.of(), 1 << 20, Duration.ofSeconds(10), Duration.ofSeconds(5));

    final List<ClientFrame> commands = new ArrayList<>();
    final StubEndedSessions ended = new StubEndedSessions();
    /** What the gateways count together; Redis is away unless a test says otherwise. */
    CompletableFuture<List<Long>> counts = CompletableFuture.failedFuture(new IllegalStateException("away"));

    boolean draining;

    PipelineHarness() {
        SessionProperties sessions = new SessionProperties(
                Duration.ofSeconds(5), Duration.ofSeconds(25), Duration.ofMinutes(5), 2, 100, 1_000);
        SessionServices services = new SessionServices(
                sessions,
                new StubAuthenticator(clock),
                (actor, command, loop) -> {
                    commands.add(command);
                    return CompletableFuture.completedFuture(new Outcome.Accepted("m", 7, Instant.EPOCH));
                },
                network,
                network,
                ended,
                new Presence(PRESENCE, new SimulatedNetwork(beyond, new Random(2), 0), clock, 1, beyond),
                new Limits(LIMITS, uses -> counts, System::nanoTime, beyond),
                clock);
        this.shards = new SessionShards(services, new Users(sessions), HUBS);
        this.upgrade = new Upgrade(
                new OriginPolicy(List.of()),
                services.authenticator(),
                new RequestAddresses(LIMITS),
                channel -> loops.computeIfAbsent(
                        channel,
                        c -> new SocketLoop(
                                c.eventLoop(), shards.open(c.eventLoop()), UnpooledByteBufAllocator.DEFAULT)),
                () -> draining);
    }

    /** A connection that has sent nothing yet. */
    WireClient connect() {
        return new WireClient(frozen(new FromLoopback(pipeline())));
    }

    /** The same by a socket file, whose peer has no internet address. */
    WireClient connectByFile() {
        return new WireClient(frozen(new EmbeddedChannel(pipeline())));
    }

    private SocketPipeline pipeline() {
        return new SocketPipeline(properties, new Readiness(List.of(), List.of()), upgrade);
    }

    private static EmbeddedChannel frozen(EmbeddedChannel channel) {
        channel.freezeTime();
        return channel;
    }

    /** A socket after its upgrade. */
    WireClient open(String path, Map<String, String> headers) {
        WireClient client = connect();
        String response = client.upgrade(path, headers);
        if (!response.startsWith("HTTP/1.1 101")) {
            throw new AssertionError(response);
        }
        return client;
    }

    /** A socket that sends every message back: the same pipeline as a session's, without a session. */
    WireClient openEcho() {
        WireClient client = open("/ws", Map.of());
        SessionHandler session = client.channel().pipeline().get(SessionHandler.class);
        client.channel().pipeline().replace(session, null, new EchoHandler(client.channel(), loopOf(client)));
        session.onGone();
        return client;
    }

    WireClient openAsAnn() {
        return open("/ws", Map.of("Authorization", TOKEN));
    }

    SocketLoop loopOf(WireClient client) {
        return java.util.Objects.requireNonNull(loops.get(client.channel()));
    }

    /** Time passes for the clock, the client's loop and the network beyond. */
    void pass(WireClient client, Duration time) {
        for (long ms = 0; ms < time.toMillis(); ms += 100) {
            clock.now = clock.now.plusMillis(100);
            beyond.runFor(100_000);
            client.channel().advanceTimeBy(100, TimeUnit.MILLISECONDS);
            client.turn();
        }
    }
}
