package tidings.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.gateway.asyncapi.Contract;
import tidings.gateway.client.TestSocket;
import tidings.gateway.frame.ErrorCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** docs/asyncapi.yaml against a running gateway; {@link TestSocket} checks every frame that comes. */
class ContractIT extends TwoGateways {

    private AccountId ann;
    private AccountId bob;

    @BeforeEach
    void newcomers() {
        ann = newAccount();
        bob = newAccount();
    }

    @Test
    void everyClientFrameOfTheDocumentIsAccepted() {
        ChannelId room = log.open(ann);
        try (TestSocket socket = TestSocket.open(one.port())) {
            String messageId = "";
            List<JsonNode> examples = new ArrayList<>(Contract.CURRENT.clientExamples());
            examples.sort(Comparator.comparing(ContractIT::isLast));
            for (JsonNode example : examples) {
                ObjectNode frame = inTheRoom(example, room, messageId);
                String ref = frame.path("ref").asString(frame.path("type").asString());
                socket.send(frame.put("ref", ref));
                if (!Set.of("typing", "presence").contains(ref)) {
                    JsonNode answer = socket.awaitAnswer(ref);
                    messageId = answer.path("messageId").asString(messageId);
                }
            }
            assertThat(socket.ofType("error")).isEmpty();
            assertThat(log.readSeq(room, ann)).isEqualTo(41);
        }
    }

    /** After it the rest would be about a channel that is not subscribed. */
    private static boolean isLast(JsonNode frame) {
        return frame.path("type").asString().equals("unsubscribe");
    }

    private ObjectNode inTheRoom(JsonNode example, ChannelId room, String messageId) {
        ObjectNode frame = (ObjectNode) example.deepCopy();
        if (frame.has("token")) {
            frame.put("token", tokens.of(ann));
            frame.set("resume", JsonMapper.builder().build().createObjectNode().put(room.toString(), -1));
        }
        Map<String, String> here = Map.of("channelId", room.toString(), "messageId", messageId);
        here.forEach((field, value) -> {
            if (frame.has(field)) {
                frame.put(field, value);
            }
        });
        return frame;
    }

    @Test
    void everyServerFrameComesAsDescribed() {
        ChannelId room = log.open(ann, bob);
        ChannelId large = log.open(ann);
        for (int i = 0; i < 1_100; i++) {
            log.join(large, ann);
        }
        Set<String> seen = new TreeSet<>();
        try (GatewayUnderTest third = GatewayUnderTest.start(instance, Map.of())) {
            awaitReady(third);
            try (TestSocket phone = hello(one, ann, Map.of());
                    TestSocket laptop = hello(third, ann, Map.of(large.toString(), 0L));
                    TestSocket bobs = hello(other, bob, Map.of())) {
                post(phone, room, "c1");
                awaitSeqs(laptop, room, 3, 3);
                bobs.send(Map.of("type", "typing", "channelId", room.toString()));
                phone.send(Map.of("type", "read", "ref", "r", "channelId", room.toString(), "seq", 3));
                phone.send(Map.of("type", "dance"));
                phone.send(Map.of("type", "ping"));
                phone.send(Map.of("type", "subscribe", "ref", "s", "channelId", room.toString()));
                phone.send(Map.of("type", "unsubscribe", "ref", "u", "channelId", room.toString()));
                phone.awaitAnswer("u");
                awaitTypes(laptop, "presence", "typing", "read", "reset");
                third.close();
                laptop.await(frame -> TestSocket.type(frame).equals("draining"));
                assertThat(laptop.awaitClose()).isEqualTo(4503);
                List.of(phone, laptop)
                        .forEach(socket -> socket.frames().forEach(frame -> seen.add(TestSocket.type(frame))));
            }
        }
        assertThat(seen).isEqualTo(new TreeSet<>(Contract.CURRENT.typesFromServer()));
    }

    private static void awaitTypes(TestSocket socket, String... types) {
        Awaitility.await()
                .untilAsserted(() -> assertThat(socket.frames().stream().map(TestSocket::type))
                        .contains(types));
    }

    @Test
    void everyErrorCodeComesAsDescribed() {
        ChannelId room = log.open(ann);
        Set<String> seen = new TreeSet<>();
        try (TestSocket socket = TestSocket.open(one.port())) {
            post(socket, room, "before hello");
            socket.awaitAnswer("before hello");
            socket.send(Map.of("type", "hello", "ref", "h", "token", tokens.of(ann)));
            socket.awaitAnswer("h");
            socket.send(Map.of("type", "hello", "ref", "as bob", "token", tokens.of(bob)));
            socket.send(Map.of("type", "send", "ref", "nothing"));
            socket.send(Map.of("type", "dance", "ref", "dance"));
            say(socket, room, "long", "x".repeat(4_001));
            for (String code : List.of("NOT_FOUND", "CONFLICT", "BUSY", "UNAVAILABLE")) {
                say(socket, room, code, "refuse with " + code);
                assertThat(socket.awaitAnswer(code).path("code").asString()).isEqualTo(code);
            }
            for (int i = 0; i < 60; i++) {
                post(socket, room, "many-" + i);
            }
            socket.awaitAnswer("many-59");
            socket.ofType("error").forEach(error -> seen.add(error.path("code").asString()));
        }
        assertThat(seen)
                .isEqualTo(new TreeSet<>(
                        Arrays.stream(ErrorCode.values()).map(Enum::name).toList()));
    }

    private static void say(TestSocket socket, ChannelId room, String ref, String body) {
        socket.send(
                Map.of("type", "send", "ref", ref, "channelId", room.toString(), "clientMessageId", ref, "body", body));
    }

    @Test
    void closeCodesComeAsDescribed() {
        Map<String, Object> strict =
                Map.of("tidings.session.hello-timeout", "500ms", "tidings.session.max-connections-per-user", 1);
        try (GatewayUnderTest gateway = GatewayUnderTest.start(instance, strict)) {
            awaitReady(gateway);
            try (TestSocket silent = TestSocket.open(gateway.port());
                    TestSocket forged = TestSocket.open(gateway.port());
                    TestSocket first = hello(gateway, ann, Map.of());
                    TestSocket second = TestSocket.open(gateway.port())) {
                forged.send(Map.of("type", "hello", "token", "nonsense"));
                second.send(Map.of("type", "hello", "token", tokens.of(ann)));
                assertThat(silent.awaitClose()).isEqualTo(4408);
                assertThat(forged.awaitClose()).isEqualTo(4401);
                assertThat(second.awaitClose()).isEqualTo(4429);
                first.send(Map.of("type", "ping", "ref", "x".repeat(70_000)));
                assertThat(first.awaitClose()).isEqualTo(1009);
            }
        }
    }
}
