package tidings.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.gateway.client.TestSocket;
import tidings.gateway.client.Tokens;
import tidings.gateway.commandside.ChannelLog;
import tidings.gateway.commandside.InMemoryCommandSide;
import tidings.gateway.commandside.KafkaRelay;
import tidings.gateway.health.Readiness;
import tidings.launcher.fixture.SharedServers;
import tools.jackson.databind.JsonNode;

/** What is lost on the way is delayed, never missing; what cannot be done is refused at once. */
class FaultsIT {

    private static final AccountId ANN = new AccountId(UUID.randomUUID());
    private static final AccountId BOB = new AccountId(UUID.randomUUID());

    private KafkaRelay relay;
    private ChannelLog log;
    private InMemoryCommandSide commandSide;
    private CuttableProxy redis;
    private CuttableProxy command;
    private Tokens tokens;
    private GatewayUnderTest behindProxies;
    private GatewayUnderTest other;
    private Path socketFile;

    @BeforeEach
    void start() throws Exception {
        SharedServers servers = SharedServers.get();
        String topic = "gateway-faults-" + UUID.randomUUID();
        relay = new KafkaRelay(servers.kafkaBootstrapServers(), topic);
        log = new ChannelLog(relay);
        commandSide = new InMemoryCommandSide(log);
        redis = new CuttableProxy(URI.create(servers.redisUri()).getPort());
        command = new CuttableProxy(commandSide.port());
        tokens = new Tokens();
        InstanceUnderTest instance =
                new InstanceUnderTest(servers.redisUri(), servers.kafkaBootstrapServers(), topic, commandSide, tokens);
        behindProxies = GatewayUnderTest.start(
                instance,
                Map.of(
                        "tidings.fanout.redis-uri",
                        servers.redisUriThrough(redis.port()),
                        "tidings.command.nodes",
                        "127.0.0.1:" + command.port()));
        socketFile = Files.createTempDirectory("tidings").resolve("ws.sock");
        Files.createFile(socketFile); // as a killed gateway leaves it
        other = GatewayUnderTest.start(instance, Map.of("tidings.socket.socket-file", socketFile));
        awaitReady(behindProxies);
        awaitReady(other);
    }

    @AfterEach
    void stop() throws Exception {
        behindProxies.close();
        other.close();
        commandSide.close();
        redis.close();
        command.close();
        relay.close();
    }

    private static void awaitReady(GatewayUnderTest gateway) {
        Awaitility.await().until(() -> !gateway.bean(Readiness.class).report().containsValue(false));
    }

    private static void post(TestSocket socket, ChannelId channelId, String key) {
        socket.send(Map.of(
                "type", "send",
                "ref", key,
                "channelId", channelId.toString(),
                "clientMessageId", key,
                "body", key));
    }

    private static void awaitSeqs(TestSocket socket, ChannelId channelId, long first, long last) {
        Awaitility.await()
                .untilAsserted(() -> assertThat(socket.seqs(channelId))
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(first, last).boxed().toList()));
    }

    @Test
    void aGatewayCutOffFromRedisStillDeliversAndHeals() {
        ChannelId room = log.open(ANN, BOB);
        try (TestSocket ann = TestSocket.hello(other.port(), tokens.of(ANN), Map.of());
                TestSocket bob = TestSocket.hello(behindProxies.port(), tokens.of(BOB), Map.of())) {
            post(ann, room, "before");
            awaitSeqs(bob, room, 3, 3);
            redis.cut();
            for (int i = 0; i < 10; i++) {
                post(ann, room, "during-" + i);
            }
            post(bob, room, "from-the-cut-off-side");
            awaitSeqs(ann, room, 3, 14);
            awaitSeqs(bob, room, 3, 14);
            redis.mend();
            awaitReady(behindProxies);
            post(ann, room, "after");
            awaitSeqs(ann, room, 3, 15);
            awaitSeqs(bob, room, 3, 15);
        }
    }

    @Test
    void aChannelJoinedWhileRedisWasAwayIsSubscribedAfterwards() {
        try (TestSocket bob = TestSocket.hello(behindProxies.port(), tokens.of(BOB), Map.of())) {
            redis.cut();
            ChannelId room = log.open(ANN, BOB);
            redis.mend();
            JsonNode subscribed = bob.await(frame -> TestSocket.type(frame).equals("subscribed"));
            assertThat(subscribed.path("channelId").asString()).isEqualTo(room.toString());
        }
    }

    @Test
    void withoutACommandNodeSendsAreRefusedAndLaterAccepted() {
        ChannelId room = log.open(ANN);
        try (TestSocket ann = TestSocket.hello(behindProxies.port(), tokens.of(ANN), Map.of())) {
            command.cut();
            Awaitility.await()
                    .until(() -> behindProxies.bean(Readiness.class).report().containsValue(false));
            post(ann, room, "refused");
            JsonNode refused = ann.awaitAnswer("refused");
            assertThat(refused.path("code").asString()).isEqualTo("UNAVAILABLE");
            assertThat(refused.path("retryAfterMs").asLong()).isPositive();
            command.mend();
            awaitReady(behindProxies);
            post(ann, room, "accepted");
            assertThat(ann.awaitAnswer("accepted").path("type").asString()).isEqualTo("ack");
            awaitSeqs(ann, room, 2, 2);
        }
    }

    @Test
    void aDrainingGatewayTellsItsClientsAndClosesThem() {
        try (TestSocket ann = TestSocket.hello(other.port(), tokens.of(ANN), Map.of())) {
            other.close();
            JsonNode draining = ann.await(frame -> TestSocket.type(frame).equals("draining"));
            assertThat(draining.path("reconnectAfterMs").asLong()).isBetween(0L, 1_000L);
            assertThat(ann.awaitClose()).isEqualTo(4503);
        }
    }

    @Test
    void anUnreadableRecordIsParkedAndTheChannelFlowsOn() {
        ChannelId room = log.open(ANN, BOB);
        try (TestSocket bob = TestSocket.hello(behindProxies.port(), tokens.of(BOB), Map.of());
                TestSocket ann = TestSocket.hello(other.port(), tokens.of(ANN), Map.of())) {
            relay.relayNonsense(room.value());
            post(ann, room, "after");
            awaitSeqs(bob, room, 3, 3);
            // bob may have read the event from the log before either gateway has read the topic
            Awaitility.await().untilAsserted(() -> assertThat(parkedRecords()).isEqualTo(1));
        }
    }

    private long parkedRecords() {
        return Stream.of(behindProxies, other)
                .mapToLong(gateway -> gateway.bean(Readiness.class).alarms().getOrDefault("parkedRecords", 0L))
                .sum();
    }

    @Test
    void aGatewayAnswersOnItsSocketFileUntilItIsDrained() throws Exception {
        try (SocketChannel client = SocketChannel.open(UnixDomainSocketAddress.of(socketFile))) {
            client.write(ByteBuffer.wrap(
                    "GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
            ByteBuffer answer = ByteBuffer.allocate(1_024);
            client.read(answer);
            assertThat(new String(answer.array(), StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 200");
        }
        other.close();
        assertThat(socketFile).doesNotExist();
    }
}
