package tidings.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.gateway.client.TestSocket;
import tidings.gateway.client.Tokens;
import tidings.gateway.commandside.ChannelLog;
import tidings.gateway.commandside.InMemoryCommandSide;
import tidings.gateway.commandside.KafkaRelay;
import tidings.gateway.health.Readiness;
import tidings.launcher.fixture.SharedServers;

/** Two gateways over one command side in memory, with real Redis and Kafka. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TwoGateways {

    Tokens tokens;
    KafkaRelay relay;
    InMemoryCommandSide commandSide;
    ChannelLog log;
    InstanceUnderTest instance;
    GatewayUnderTest one;
    GatewayUnderTest other;

    @BeforeAll
    void start() throws Exception {
        SharedServers servers = SharedServers.get();
        String topic = "gateway-it-" + UUID.randomUUID();
        tokens = new Tokens();
        relay = new KafkaRelay(servers.kafkaBootstrapServers(), topic);
        log = new ChannelLog(relay);
        commandSide = new InMemoryCommandSide(log);
        instance =
                new InstanceUnderTest(servers.redisUri(), servers.kafkaBootstrapServers(), topic, commandSide, tokens);
        one = GatewayUnderTest.start(instance, Map.of());
        other = GatewayUnderTest.start(instance, Map.of());
        awaitReady(one);
        awaitReady(other);
    }

    static void awaitReady(GatewayUnderTest gateway) {
        Awaitility.await().until(() -> !gateway.bean(Readiness.class).report().containsValue(false));
    }

    @AfterAll
    void stop() {
        one.close();
        other.close();
        commandSide.close();
        relay.close();
    }

    static AccountId newAccount() {
        return new AccountId(UUID.randomUUID());
    }

    TestSocket hello(GatewayUnderTest gateway, AccountId accountId, Map<String, Long> resume) {
        return TestSocket.hello(gateway.port(), tokens.of(accountId), resume);
    }

    static void post(TestSocket socket, ChannelId channelId, String key) {
        socket.send(Map.of(
                "type",
                "send",
                "ref",
                key,
                "channelId",
                channelId.toString(),
                "clientMessageId",
                key,
                "body",
                "body of " + key));
    }

    static void awaitSeqs(TestSocket socket, ChannelId channelId, long first, long last) {
        Awaitility.await()
                .untilAsserted(() -> assertThat(socket.seqs(channelId))
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(first, last).boxed().toList()));
    }
}
