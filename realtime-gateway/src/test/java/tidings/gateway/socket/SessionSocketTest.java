package tidings.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static tidings.gateway.socket.WireClient.BINARY;
import static tidings.gateway.socket.WireClient.PING;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import tidings.events.channel.ChannelId;

class SessionSocketTest {

    private static final ChannelId ROOM = new ChannelId(new UUID(0, 1));
    private static final Duration MOMENT = Duration.ofMillis(500);

    private final PipelineHarness harness = new PipelineHarness();

    private WireClient greeted() {
        WireClient client = harness.openAsAnn();
        client.text("{\"type\":\"hello\",\"ref\":\"h\"}");
        harness.pass(client, MOMENT);
        assertThat(client.frame().text()).contains("\"type\":\"welcome\"", "\"ref\":\"h\"");
        return client;
    }

    private static String closing(WireClient client) {
        WireFrame last = client.frames().getLast();
        return last.opcode() == WireClient.CLOSE ? String.valueOf(last.closeCode()) : last.text();
    }

    private static String send(String ref) {
        return "{\"type\":\"send\",\"ref\":\"" + ref + "\",\"channelId\":\"" + ROOM
                + "\",\"clientMessageId\":\"c\",\"body\":\"hi\"}";
    }

    @Test
    void answersPingsBeforeAndAfterHello() {
        WireClient client = harness.open("/ws", Map.of());
        client.text("{\"type\":\"ping\",\"ref\":\"6\"}");
        assertThat(client.frame().text()).isEqualTo("{\"type\":\"pong\",\"ref\":\"6\"}");
    }

    @Test
    void refusesEverythingElseBeforeHello() {
        WireClient client = harness.open("/ws", Map.of());
        client.text(send("1"));
        assertThat(client.frame().text()).contains("\"code\":\"UNAUTHENTICATED\"", "\"ref\":\"1\"");
        assertThat(client.channel().isOpen()).isTrue();
    }

    @Test
    void closesASocketThatNeverSaysHello() {
        WireClient client = harness.open("/ws", Map.of());
        harness.pass(client, Duration.ofMillis(4_900));
        assertThat(client.frames()).isEmpty();
        harness.pass(client, Duration.ofSeconds(1));
        assertThat(closing(client)).isEqualTo("4408");
    }

    @Test
    void letsAHelloBringTheToken() {
        WireClient client = harness.open("/ws", Map.of());
        client.text("{\"type\":\"hello\",\"token\":\"good\"}");
        client.text(send("early"));
        harness.pass(client, MOMENT);
        List<WireFrame> frames = client.frames();
        assertThat(frames.getFirst().text()).contains("welcome");
        assertThat(frames.getLast().text()).contains("\"type\":\"ack\"", "\"ref\":\"early\"");
    }

    @Test
    void closesASocketWhoseTokenIsBad() {
        WireClient client = harness.open("/ws", Map.of());
        client.text("{\"type\":\"hello\",\"token\":\"bad\"}");
        assertThat(closing(client)).isEqualTo("4401");
    }

    @Test
    void closesASocketWhoseTokenIsOfTooFewScopes() {
        WireClient client = harness.open("/ws", Map.of());
        client.text("{\"type\":\"hello\",\"token\":\"narrow\"}");
        assertThat(closing(client)).isEqualTo("4403");
    }

    @Test
    void closesWhenTheTokenExpires() {
        WireClient client = greeted();
        Duration left = PipelineHarness.TOKEN_LIFE.minusSeconds(2);
        for (long s = 0; s < left.toSeconds(); s += 20) {
            harness.pass(client, Duration.ofSeconds(20));
            client.send(true, 0, WireClient.PONG, new byte[0]);
        }
        harness.pass(client, Duration.ofSeconds(3));
        assertThat(closing(client)).isEqualTo("4401");
    }

    @Test
    void prolongsTheSessionWithAFreshToken() {
        WireClient client = greeted();
        for (int minutes = 0; minutes < 20; minutes++) {
            harness.pass(client, Duration.ofSeconds(59));
            client.text("{\"type\":\"hello\",\"token\":\"good\"}");
        }
        harness.pass(client, MOMENT);
        assertThat(closing(client)).contains("welcome");
    }

    @Test
    void closesAThirdSocketOfAUserWhoMayHaveTwo() {
        greeted();
        WireClient second = greeted();
        assertThat(harness.connect().upgrade("/ws", Map.of("Authorization", PipelineHarness.TOKEN)))
                .startsWith("HTTP/1.1 101")
                .endsWith("too many connections");
        second.channel().close();
        second.turn();
        greeted();
    }

    @Test
    void keepsTheSocketAfterBadFrames() {
        WireClient client = greeted();
        client.text("nonsense");
        assertThat(client.frame().text()).contains("BAD_FRAME");
        client.text("{\"type\":\"dance\",\"ref\":\"9\"}");
        assertThat(client.frame().text()).contains("UNKNOWN_TYPE", "\"ref\":\"9\"");
        assertThat(client.channel().isOpen()).isTrue();
    }

    @Test
    void refusesBinary() {
        WireClient client = greeted();
        client.send(true, 0, BINARY, new byte[1]);
        assertThat(closing(client)).isEqualTo("1003");
    }

    @Test
    void limitsTheRateOfSends() {
        WireClient client = greeted();
        for (int i = 0; i < 60; i++) {
            client.text(send("s" + i));
        }
        List<String> answers = client.frames().stream().map(WireFrame::text).toList();
        assertThat(answers.subList(0, 40)).allMatch(answer -> answer.contains("\"type\":\"ack\""));
        assertThat(answers.getLast()).contains("RATE_LIMITED", "\"retryAfterMs\":");
    }

    @Test
    void closesTheSocketsOfASessionThatEndedThoughNoEventSaidSo() {
        WireClient client = greeted();
        harness.ended.end("s");
        harness.pass(client, MOMENT);
        assertThat(closing(client)).isEqualTo("4401");
    }

    @Test
    void letsNobodyInWithATokenOfAnEndedSession() {
        harness.ended.end("s");
        WireClient client = harness.open("/ws", Map.of());
        client.text("{\"type\":\"hello\",\"token\":\"good\"}");
        assertThat(closing(client)).isEqualTo("4401");
    }

    @Test
    void coalescesReadMarkersAndAnswersEveryRef() {
        harness.network.append(ROOM, PipelineHarness.ANN);
        WireClient client = greeted();
        for (int seq = 0; seq < 5; seq++) {
            client.text(
                    "{\"type\":\"read\",\"ref\":\"r" + seq + "\",\"channelId\":\"" + ROOM + "\",\"seq\":" + seq + "}");
        }
        harness.pass(client, Duration.ofSeconds(2));
        List<String> answers = client.frames().stream().map(WireFrame::text).toList();
        assertThat(answers).hasSize(5).allMatch(answer -> answer.contains("\"type\":\"ack\""));
        assertThat(answers.getLast()).contains("\"ref\":\"r4\"");
        assertThat(harness.commands).hasSize(1);
    }

    @Test
    void refusesToSayThatAUserIsOffline() {
        WireClient client = greeted();
        client.text("{\"type\":\"presence\",\"ref\":\"p\",\"status\":\"OFFLINE\"}");
        assertThat(client.frame().text()).contains("BAD_FRAME", "\"ref\":\"p\"");
    }

    @Test
    void subscribesASessionToSoManyChannelsAndNoMore() {
        for (int room = 1; room <= 100; room++) {
            harness.network.append(new ChannelId(new UUID(0, room)), PipelineHarness.ANN);
        }
        WireClient client = greeted();
        ChannelId tooMany = new ChannelId(new UUID(0, 101));
        harness.network.append(tooMany, PipelineHarness.ANN);
        client.text("{\"type\":\"subscribe\",\"ref\":\"s\",\"channelId\":\"" + tooMany + "\"}");
        assertThat(client.frame().text()).contains("TOO_LARGE", "\"ref\":\"s\"");
        client.text("{\"type\":\"unsubscribe\",\"channelId\":\"" + ROOM + "\"}");
        assertThat(client.frame().text()).contains("unsubscribed");
        client.text("{\"type\":\"subscribe\",\"ref\":\"t\",\"channelId\":\"" + tooMany + "\"}");
        harness.pass(client, MOMENT);
        assertThat(client.frames().getFirst().text()).contains("\"type\":\"subscribed\"", "\"ref\":\"t\"");
    }

    @Test
    void refusesAFrameThatIsNestedTooDeeplyAndGoesOn() {
        WireClient client = greeted();
        client.text("{\"type\":\"ping\",\"x\":" + "[".repeat(17) + "]".repeat(17) + "}");
        assertThat(client.frame().text()).contains("BAD_FRAME");
        client.text("{\"type\":\"ping\",\"ref\":\"p\"}");
        assertThat(client.frame().text()).contains("pong");
    }

    @Test
    void limitsSendsByWhatAllGatewaysCountTogether() {
        harness.counts = CompletableFuture.completedFuture(List.of(60_000L));
        WireClient client = greeted();
        for (int i = 0; i < 3; i++) {
            client.text(send("first"));
            assertThat(client.frame().text()).contains("\"type\":\"ack\"");
        }
        harness.pass(client, MOMENT);
        client.text(send("second"));
        assertThat(client.frames().getLast().text()).contains("RATE_LIMITED", "\"ref\":\"second\"");
    }

    @Test
    void pingsAnIdleClientAndClosesASilentOne() {
        WireClient client = greeted();
        harness.pass(client, Duration.ofSeconds(26));
        assertThat(client.frame().opcode()).isEqualTo(PING);
        harness.pass(client, Duration.ofSeconds(40));
        assertThat(closing(client)).isEqualTo("1001");
    }

    @Test
    void sharesTheBytesOfAnEventAmongSockets() {
        harness.network.append(ROOM, PipelineHarness.ANN);
        WireClient client = greeted();
        harness.network.append(ROOM, PipelineHarness.ANN);
        harness.pass(client, MOMENT);
        WireFrame event = client.frame();
        assertThat(event.firstByte()).isEqualTo(0x81);
        assertThat(event.text()).contains("\"type\":\"event\"", "\"seq\":1");
    }

    @Test
    void closesAConsumerThatDoesNotRead() {
        harness.network.append(ROOM, PipelineHarness.ANN);
        WireClient client = greeted();
        client.channel().unsafe().outboundBuffer().setUserDefinedWritability(1, false);
        harness.network.append(ROOM, PipelineHarness.ANN);
        harness.network.append(ROOM, PipelineHarness.ANN);
        harness.pass(client, MOMENT);
        List<WireFrame> frames = client.frames();
        assertThat(frames).extracting(f -> f.opcode() + f.text()).hasSize(2);
        assertThat(frames.getLast().closeCode()).isEqualTo(4409);
        harness.pass(client, Duration.ofSeconds(4));
        assertThat(client.channel().isOpen()).isFalse();
    }

    @Test
    void tellsClientsThatItDrainsAndThenClosesThem() {
        WireClient client = greeted();
        harness.loopOf(client).sessions().announceDraining(5_000);
        assertThat(client.frame().text()).contains("\"type\":\"draining\"", "\"reconnectAfterMs\":");
        harness.loopOf(client).sessions().closeAll(tidings.gateway.frame.CloseCode.DRAINING);
        assertThat(closing(client)).isEqualTo("4503");
    }
}
