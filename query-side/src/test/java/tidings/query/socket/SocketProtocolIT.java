package tidings.query.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tidings.events.account.AccountId;
import tidings.events.channel.Visibility;
import tidings.query.fixture.Chat;
import tidings.query.fixture.ProtocolSocket;
import tidings.query.fixture.QueryWorld;
import tools.jackson.databind.JsonNode;

@ExtendWith(OutputCaptureExtension.class)
class SocketProtocolIT {

    private static final QueryWorld WORLD = QueryWorld.shared();
    private static final Chat CHAT = WORLD.chat();
    private static final AccountId ADA = CHAT.account("socket-ada");
    private static UUID channel = UUID.randomUUID();

    @BeforeAll
    static void chat() {
        channel = CHAT.channel("socket", Visibility.PRIVATE, ADA);
        CHAT.post(channel, ADA, "hello");
        WORLD.settle();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "nonsense",
                "null",
                "[]",
                "{}",
                "\"subscribe\"",
                "{\"type\":null}",
                "{\"type\":7}",
                "{\"type\":\"start\",\"id\":\"1\"}",
                "{\"type\":\"ping\",\"type\":\"ping\"}",
                "{\"type\":\"ping\",\"payload\":\"x\"}",
                "{\"type\":\"connection_init\",\"payload\":[]}",
                "{\"type\":\"complete\"}",
                "{\"type\":\"complete\",\"id\":1}",
                "{\"type\":\"subscribe\",\"payload\":{\"query\":\"{me{id}}\"}}",
                "{\"type\":\"subscribe\",\"id\":null,\"payload\":{\"query\":\"{me{id}}\"}}",
                "{\"type\":\"subscribe\",\"id\":1,\"payload\":{\"query\":\"{me{id}}\"}}",
                "{\"type\":\"subscribe\",\"id\":\"\",\"payload\":{\"query\":\"{me{id}}\"}}",
                "{\"type\":\"subscribe\",\"id\":\"1\"}",
                "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":null}",
                "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{}}",
                "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":7}}",
                "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":\"{me{id}}\",\"variables\":[]}}",
                "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":\"{me{id}}\",\"operationName\":1}}"
            })
    void closesWith4400WhateverIsMalformed(String message, CapturedOutput output) {
        try (ProtocolSocket stranger = ProtocolSocket.connect(WORLD.node());
                ProtocolSocket member = signedIn()) {
            stranger.send(message);
            assertThat(stranger.closeCode()).isEqualTo(4400);
            member.send(message);
            assertThat(member.closeCode()).isEqualTo(4400);
            assertThat(output.getAll()).doesNotContain("ERROR");
        }
    }

    @Test
    void closesWith4401WhoeverAsksBeforeSigningIn() {
        try (ProtocolSocket socket = ProtocolSocket.connect(WORLD.node())) {
            socket.subscribe("1", "{ me { id } }");
            assertThat(socket.closeCode()).isEqualTo(4401);
        }
        try (ProtocolSocket socket = ProtocolSocket.connect(WORLD.node())) {
            socket.signIn("nonsense");
            assertThat(socket.closeCode()).isEqualTo(4401);
        }
    }

    @Test
    void closesWith4429WhoeverSignsInTwice() {
        try (ProtocolSocket socket = signedIn()) {
            socket.signIn(WORLD.tokens().of(ADA));
            assertThat(socket.closeCode()).isEqualTo(4429);
        }
    }

    @Test
    void closesWith4409WhoeverUsesAnIdTwice() {
        try (ProtocolSocket socket = signedIn()) {
            socket.subscribe("1", following());
            socket.await("next", 1);
            socket.subscribe("1", "{ me { id } }");
            assertThat(socket.closeCode()).isEqualTo(4409);
        }
    }

    @Test
    void closesWith4406WhoeverSpeaksAnotherProtocol() {
        try (ProtocolSocket socket = ProtocolSocket.connectBy(WORLD.node(), "")) {
            assertThat(socket.closeCode()).isEqualTo(4406);
        }
    }

    @Test
    void closesWith1009WhateverIsTooLongAlsoInTheMiddleOfMore() {
        try (ProtocolSocket stranger = ProtocolSocket.connect(WORLD.node());
                ProtocolSocket member = signedIn()) {
            stranger.send("{\"type\":\"ping\",\"payload\":{\"x\":\"" + "y".repeat(40_000) + "\"}}");
            assertThat(stranger.closeCode()).isEqualTo(1009);
            member.send("{\"type\":\"ping\",\"payload\":{\"x\":\"" + "y".repeat(40_000) + "\"}}");
            assertThat(member.await("pong", 1).getFirst().at("/payload/x").asString())
                    .hasSize(40_000);
            member.send("{\"type\":\"ping\",\"payload\":{\"x\":\"" + "y".repeat(2_000_000) + "\"}}");
            assertThat(member.closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void answersInvalidQueriesWithErrorAndTakesTheIdAgain() {
        try (ProtocolSocket socket = signedIn()) {
            for (String query : List.of("{ nonsense }", "{", "subscription { channelEvents { seq } }")) {
                int before = socket.of("error").size();
                socket.subscribe("1", query);
                JsonNode error = socket.await("error", before + 1).getLast();
                assertThat(error.get("id").asString()).isEqualTo("1");
                assertThat(error.at("/payload/0/extensions/code").asString()).isEqualTo("BAD_REQUEST");
            }
            socket.subscribe("1", "subscription { channelEvents(channelId: \"" + UUID.randomUUID() + "\") { seq } }");
            assertThat(socket.await("error", 4)
                            .getLast()
                            .at("/payload/0/extensions/code")
                            .asString())
                    .isEqualTo("NOT_FOUND");
            assertThat(socket.of("next")).isEmpty();
            socket.subscribe("1", "{ me { username } }");
            assertThat(socket.await("next", 1)
                            .getFirst()
                            .at("/payload/data/me/username")
                            .asString())
                    .isEqualTo("socket-ada");
            assertThat(socket.await("complete", 1).getFirst().get("id").asString())
                    .isEqualTo("1");
        }
    }

    @Test
    void saysNothingThatIsNull() {
        try (ProtocolSocket socket = signedIn()) {
            socket.send("{\"type\":\"ping\"}");
            socket.send("{\"type\":\"ping\",\"payload\":{\"a\":1}}");
            socket.send("{\"type\":\"pong\"}");
            socket.send("{\"type\":\"complete\",\"id\":\"of nothing\"}");
            socket.subscribe("7", "{ me { id } }");
            socket.await("complete", 1);
            assertThat(socket.of("pong")).map(JsonNode::toString).containsExactly("{\"type\":\"pong\"}", """
                {"type":"pong","payload":{"a":1}}\
                """);
            assertThat(socket.of("connection_ack"))
                    .map(JsonNode::toString)
                    .containsExactly("{\"type\":\"connection_ack\"}");
            assertThat(socket.messages())
                    .allSatisfy(
                            message -> assertThat(message.properties().stream().map(Map.Entry::getValue))
                                    .noneMatch(JsonNode::isNull));
        }
    }

    @Test
    void endsWhatAClientHasEnoughOf() {
        try (ProtocolSocket socket = signedIn()) {
            socket.subscribe("1", following());
            socket.await("next", 3);
            socket.send("{\"type\":\"complete\",\"id\":\"1\"}");
            socket.subscribe("1", "{ me { id } }");
            socket.await("complete", 1);
            int seen = socket.of("next").size();
            CHAT.post(channel, ADA, "unheard");
            WORLD.settle();
            socket.subscribe("2", "{ me { id } }");
            socket.await("complete", 2);
            assertThat(socket.of("next")).hasSize(seen + 1);
            assertThat(socket.isOpen()).isTrue();
        }
    }

    private static String following() {
        return "subscription { channelEvents(channelId: \"" + channel + "\", afterSeq: -1) { seq } }";
    }

    private static ProtocolSocket signedIn() {
        return ProtocolSocket.signedIn(WORLD.node(), WORLD.tokens().of(ADA));
    }
}
