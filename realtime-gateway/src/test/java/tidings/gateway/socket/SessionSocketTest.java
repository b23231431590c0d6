package tidings.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static tidings.gateway.socket.WireClient.BINARY;
import static tidings.gateway.socket.WireClient.PING;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
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
        WireClient.Frame last = client.frames().getLast();
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
        List<WireClient.Frame> frames = client.frames();
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
        List<String> answers =
                client.frames().stream().map(WireClient.Frame::text).toList();
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
        List<String> answers =
                client.frames().stream().map(WireClient.Frame::text).toList();
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
    void closesAThirdSocketOfAnAddressThatMayHaveTwo() {
        Map<String, String> from = Map.of("X-Forwarded-For", "192.0.2.7");
        harness.open("/ws", from);
        harness.open("/ws", from);
        assertThat(harness.connect().upgrade("/ws", from)).endsWith("too many connections");
        harness.open("/ws", Map.of("X-Forwarded-For", "192.0.2.8"));
    }

    @Test
    void believesAProxyThatComesByASocketFile() {
        Map<String, String> from = Map.of("X-Forwarded-For", "192.0.2.7");
        assertThat(harness.connectByFile().upgrade("/ws", from)).doesNotContain("too many connections");
        assertThat(harness.connectByFile().upgrade("/ws", from)).doesNotContain("too many connections");
        assertThat(harness.connectByFile().upgrade("/ws", from)).endsWith("too many connections");
        assertThat(harness.connectByFile().upgrade("/ws", Map.of("X-Forwarded-For", "192.0.2.8")))
                .doesNotContain("too many connections");
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
        WireClient.Frame event = client.frame();
        assertThat(event.firstByte()).isEqualTo(0x81);
        assertThat(event.text()).contains("\"type\":\"event\"", "\"seq\":1");
    }

    private List<String> events(WireClient client, int wanted) {
        List<String> events = new ArrayList<>();
        for (int turn = 0; turn < 1_000 && events.size() < wanted; turn++) {
            harness.pass(client, Duration.ofMillis(100));
            for (WireClient.Frame frame : client.frames()) {
                assertThat(frame.opcode()).as(frame.text()).isNotEqualTo(WireClient.CLOSE);
                if (frame.text().contains("\"type\":\"event\"")) {
                    events.add(frame.text());
                }
            }
        }
        return events;
    }

    @Test
    void catchesAFastClientUpWithMoreThanASocketMayHaveUnsent() {
        List<ChannelId> rooms = new ArrayList<>();
        for (int room = 1; room <= 5; room++) {
            rooms.add(new ChannelId(new UUID(0, room)));
            for (int i = 0; i < 200; i++) {
                harness.network.appendSilently(rooms.getLast(), PipelineHarness.ANN, 12_000);
            }
        }
        WireClient client = harness.openAsAnn();
        String resume = rooms.stream().map(room -> "\"" + room + "\":-1").collect(Collectors.joining(","));
        client.text("{\"type\":\"hello\",\"resume\":{" + resume + "}}");
        assertThat(events(client, 1_000)).hasSize(1_000);
        client.text("{\"type\":\"subscribe\",\"channelId\":\"" + ROOM + "\",\"after\":0}");
        assertThat(events(client, 199)).hasSize(199);
    }

    @Test
    void saysThatACursorBeyondTheHeadIsNoneOfThisLog() {
        for (int i = 0; i < 5; i++) {
            harness.network.append(ROOM, PipelineHarness.ANN);
        }
        WireClient client = harness.openAsAnn();
        client.text("{\"type\":\"hello\",\"resume\":{\"" + ROOM + "\":5000}}");
        harness.pass(client, MOMENT);
        assertThat(client.frames()).extracting(WireClient.Frame::text).anyMatch(reset()::equals);
        client.text("{\"type\":\"subscribe\",\"ref\":\"s\",\"channelId\":\"" + ROOM + "\",\"after\":5000}");
        harness.pass(client, MOMENT);
        List<String> answers =
                client.frames().stream().map(WireClient.Frame::text).toList();
        assertThat(answers.getFirst()).contains("\"seq\":4", "\"recovered\":false", "\"ref\":\"s\"");
        assertThat(answers.getLast()).isEqualTo(reset());
        harness.network.append(ROOM, PipelineHarness.ANN);
        harness.pass(client, MOMENT);
        assertThat(client.frame().text()).contains("\"type\":\"event\"", "\"seq\":5");
    }

    private static String reset() {
        return "{\"type\":\"reset\",\"channelId\":\"" + ROOM + "\",\"seq\":4}";
    }

    @Test
    void answersAStrangersInvalidFramesOnlySoOften() {
        WireClient client = harness.open("/ws", Map.of());
        for (int i = 0; i < 3_000; i++) {
            client.text("nonsense");
        }
        List<WireClient.Frame> frames = client.frames();
        assertThat(frames.stream().filter(frame -> frame.text().contains("BAD_FRAME")))
                .hasSizeLessThan(200);
        assertThat(frames.getLast().closeCode()).isEqualTo(1008);
    }

    @Test
    void countsInvalidFramesLikeOthers() {
        WireClient client = greeted();
        for (int i = 0; i < 1_500; i++) {
            client.text("nonsense");
        }
        List<String> answers =
                client.frames().stream().map(WireClient.Frame::text).toList();
        assertThat(answers.getFirst()).contains("BAD_FRAME");
        assertThat(answers.getLast()).contains("RATE_LIMITED");
    }

    @Test
    void readsMembershipsAgainThoughNothingTellsOfAChange() {
        WireClient client = greeted();
        harness.network.appendSilently(ROOM, PipelineHarness.ANN);
        for (int seconds = 0; seconds < 450; seconds += 20) {
            harness.pass(client, Duration.ofSeconds(20));
            client.send(true, 0, WireClient.PONG, new byte[0]);
        }
        assertThat(client.frames()).extracting(WireClient.Frame::text).anyMatch(text -> text.contains("subscribed"));
    }

    @Test
    void closesAConsumerThatDoesNotRead() {
        harness.network.append(ROOM, PipelineHarness.ANN);
        WireClient client = greeted();
        client.channel().unsafe().outboundBuffer().setUserDefinedWritability(1, false);
        harness.network.append(ROOM, PipelineHarness.ANN);
        harness.network.append(ROOM, PipelineHarness.ANN);
        harness.pass(client, MOMENT);
        List<WireClient.Frame> frames = client.frames();
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
