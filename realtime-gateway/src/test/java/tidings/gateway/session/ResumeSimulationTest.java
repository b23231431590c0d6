package tidings.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.gateway.dispatch.Outcome;
import tidings.gateway.hub.HubProperties;
import tidings.gateway.limits.LimitProperties;
import tidings.gateway.limits.Limits;
import tidings.gateway.presence.Presence;
import tidings.gateway.presence.PresenceProperties;
import tidings.gateway.simulation.SimulatedClock;
import tidings.gateway.simulation.SimulatedLoop;
import tidings.gateway.simulation.SimulatedNetwork;

/**
 * Real sessions and channels of two gateways, in virtual time, behind a network that delays, drops, doubles and reorders:
 * whatever breaks, a client that resumes sees each event once and in order. A failure names its seed.
 */
class ResumeSimulationTest {

    private static final int SEEDS = 10_000;
    private static final int SEEDS_FOR_A_BUG = 20;
    private static final long STEP_MICROS = 150_000;
    private static final long QUIET_MICROS = 60_000_000;
    private static final SessionProperties SESSIONS =
            new SessionProperties(Duration.ofHours(1), Duration.ofHours(1), Duration.ofMinutes(1), 100, 100, 60);
    private static final HubProperties HUBS = new HubProperties(
            Duration.ofMillis(250),
            Duration.ofSeconds(5),
            Duration.ofSeconds(1),
            Duration.ofSeconds(10),
            Duration.ofSeconds(1));

    private static final PresenceProperties PRESENCE = new PresenceProperties(
            Duration.ofHours(1), Duration.ofSeconds(5), Duration.ofHours(1), Duration.ofHours(1), 200, 200);
    private static final LimitProperties LIMITS =
            new LimitProperties(20, 40, 200, 400, 100, 200, 10, 100, 100, false, List.of(), true, Duration.ofHours(1));

    @Test
    void whoResumesSeesEachEventOnceAndInOrder() {
        assertThat(LongStream.rangeClosed(1, SEEDS)
                        .parallel()
                        .boxed()
                        .flatMap(seed -> simulate(seed, 0).stream())
                        .toList())
                .isEmpty();
    }

    @Test
    void wouldNoticeAClientThatSkipsAnEvent() {
        assertThat(bug(1)).isNotEmpty();
    }

    @Test
    void wouldNoticeAClientThatIsGivenAnEventTwice() {
        assertThat(bug(-1)).isNotEmpty();
    }

    private static List<String> bug(int resumeError) {
        return LongStream.rangeClosed(1, SEEDS_FOR_A_BUG)
                .boxed()
                .flatMap(seed -> simulate(seed, resumeError).stream())
                .toList();
    }

    private static List<String> simulate(long seed, int resumeError) {
        Random random = new Random(seed);
        SimulatedLoop loop = new SimulatedLoop();
        SimulatedNetwork network = new SimulatedNetwork(loop, random, random.nextDouble() * 0.3);
        List<ChannelId> channels = List.of(new ChannelId(new UUID(0, seed)), new ChannelId(new UUID(1, seed)));
        AccountId speaker = new AccountId(new UUID(2, seed));
        channels.forEach(channel -> network.append(channel, speaker));
        List<SimulatedClient> clients = clients(loop, network, random, resumeError);
        for (int step = 0; step < 60; step++) {
            SimulatedClient anybody = clients.get(random.nextInt(clients.size()));
            switch (random.nextInt(6)) {
                case 0, 1, 2 -> {
                    for (int i = random.nextInt(10); i >= 0; i--) {
                        network.append(channels.get(random.nextInt(channels.size())), speaker);
                    }
                }
                case 3, 4 -> anybody.cut();
                default -> network.interrupt();
            }
            loop.runFor(random.nextLong(STEP_MICROS));
        }
        loop.runFor(QUIET_MICROS);
        return violations(seed, clients, channels, network);
    }

    private static List<SimulatedClient> clients(
            SimulatedLoop loop, SimulatedNetwork network, Random random, int resumeError) {
        Clock clock = new SimulatedClock(loop, Instant.EPOCH);
        SessionServices services = new SessionServices(
                SESSIONS,
                new DenyingAuthenticator(),
                (actor, command, executor) ->
                        CompletableFuture.completedFuture(new Outcome.Accepted("m", 0, Instant.EPOCH)),
                network,
                network,
                new NoEndedSessions(),
                new Presence(PRESENCE, new SimulatedNetwork(loop, new Random(1), 0), clock, 1, loop),
                new Limits(LIMITS, uses -> new CompletableFuture<>(), () -> loop.nowMicros() * 1_000, loop),
                clock);
        SessionShards shards = new SessionShards(services, new Users(SESSIONS), HUBS);
        List<SessionShard> gateways = List.of(shards.open(loop), shards.open(loop));
        List<SimulatedClient> clients = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            SimulatedClient client =
                    new SimulatedClient(new AccountId(new UUID(3, i)), gateways, loop, random, resumeError);
            client.connect();
            clients.add(client);
        }
        return clients;
    }

    private static List<String> violations(
            long seed, List<SimulatedClient> clients, List<ChannelId> channels, SimulatedNetwork network) {
        List<String> all = new ArrayList<>();
        for (SimulatedClient client : clients) {
            client.violations.forEach(violation -> all.add("seed " + seed + ": " + violation));
            for (ChannelId channel : channels) {
                long seen = client.cursors.getOrDefault(channel, -1L);
                if (seen != network.head(channel)) {
                    all.add("seed " + seed + ": ended at " + seen + " of " + network.head(channel));
                }
            }
        }
        return all;
    }
}
