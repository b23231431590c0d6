package tidings.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class TidingsClientTest {

    private static final RetryPolicy RETRY_POLICY =
            new RetryPolicy(Duration.ofSeconds(8), Duration.ofMillis(200), Duration.ofSeconds(10));
    private static final String ROOM = "{'channelId':'room','seq':41,'readSeq':-1}";

    private final ScriptedServer server = new ScriptedServer();
    private final List<Long> seqs = new ArrayList<>();
    private final TidingsClient client = new TidingsClient(
            server,
            new Listener() {
                @Override
                public void onEvent(ServerFrame.Event event) {
                    seqs.add(event.seq());
                }
            },
            RETRY_POLICY,
            server);

    private ScriptedServer.Link connected() {
        client.connect();
        server.last().welcome(ROOM);
        return server.last();
    }

    private CompletableFuture<ServerFrame.Ack> send(String key) {
        return client.send(new Command.Send("room", key, "hi", null));
    }

    @Test
    void resumesAfterTheLastSeqThatItSaw() {
        ScriptedServer.Link first = connected();
        first.event("room", 42);
        first.event("room", 43);
        first.end(Connection.ABNORMAL);
        server.pass(2_000);
        assertThat(server.links).hasSize(2);
        assertThat(server.last().heard("hello").getFirst().at("/resume/room").asLong())
                .isEqualTo(43);
        server.last().welcome(ROOM);
        server.last().event("room", 43);
        server.last().event("room", 44);
        assertThat(seqs).containsExactly(42L, 43L, 44L);
    }

    @Test
    void whatWasNotAnsweredIsSentAgainUnderTheSameKey() {
        ScriptedServer.Link first = connected();
        CompletableFuture<ServerFrame.Ack> answer = send("k");
        first.end(Connection.ABNORMAL);
        server.pass(2_000);
        assertThat(server.last().heard("send")).as("before the welcome").isEmpty();
        server.last().welcome(ROOM);
        assertThat(server.last().heard("send")).isEqualTo(first.heard("send"));
        server.last().say("{'type':'ack','ref':'k','channelId':'room','messageId':'m','seq':42}");
        assertThat(answer.join().messageId()).isEqualTo("m");
        assertThat(client.unanswered()).isZero();
    }

    @Test
    void whatMayWorkLaterIsTriedLaterAndWhatNeverWillIsRefused() {
        ScriptedServer.Link link = connected();
        CompletableFuture<ServerFrame.Ack> answer = send("k");
        link.say("{'type':'error','ref':'k','code':'RATE_LIMITED','message':'slow down','retryAfterMs':700}");
        server.pass(699);
        assertThat(link.heard("send")).hasSize(1);
        server.pass(1);
        assertThat(link.heard("send")).hasSize(2);
        link.say("{'type':'error','ref':'k','code':'NOT_FOUND','message':'no such channel'}");
        assertThatThrownBy(answer::join)
                .hasCauseInstanceOf(RefusedException.class)
                .hasMessageContaining("NOT_FOUND");
    }

    @Test
    void saysWhatWasKeptUnderAKeyThatWasUsedForOtherContent() {
        ScriptedServer.Link link = connected();
        CompletableFuture<ServerFrame.Ack> answer = send("k");
        link.say("{'type':'error','ref':'k','code':'CONFLICT','message':'used before',"
                + "'first':{'id':'m','seq':7,'at':'2026-11-29T00:00:00.001Z'}}");
        ServerFrame.First kept = new ServerFrame.First("m", 7, Instant.parse("2026-11-29T00:00:00.001Z"));
        assertThat(answer.exceptionNow())
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.first()).contains(kept));
        assertThat(client.unanswered()).isZero();
    }

    @Test
    void losesNoMessageUnderAKeyThatIsInUse() {
        ScriptedServer.Link link = connected();
        CompletableFuture<ServerFrame.Ack> first = send("k");
        assertThat(send("k")).isSameAs(first);
        assertThatThrownBy(() -> client.send(new Command.Send("room", "k", "another text", null)))
                .isInstanceOf(IllegalArgumentException.class);
        link.say("{'type':'ack','ref':'k','channelId':'room','messageId':'m','seq':7,'at':'2026-11-29T00:00:00Z'}");
        assertThat(first.join().seq()).isEqualTo(7);
    }

    @Test
    void leavesAConnectionThatDoesNotAnswer() {
        ScriptedServer.Link link = connected();
        var unused = send("k");
        server.pass(7_999);
        assertThat(link.isClosed()).isFalse();
        server.pass(1);
        assertThat(link.isClosed()).isTrue();
    }

    @Test
    void leavesADrainingServerAtTheHintedMoment() {
        ScriptedServer.Link link = connected();
        link.say("{'type':'draining','reconnectAfterMs':3100}");
        server.pass(3_099);
        assertThat(link.isClosed()).isFalse();
        server.pass(1);
        assertThat(link.isClosed()).isTrue();
        server.pass(1_000);
        assertThat(server.links).hasSize(2);
    }

    @Test
    void triesLessOftenTheLongerItIsRefused() {
        server.refusing = true;
        client.connect();
        server.pass(60_000);
        assertThat(server.refused).isBetween(10, 20);
        server.refusing = false;
        while (server.links.isEmpty()) {
            server.pass(100);
        }
        server.last().welcome(ROOM);
        assertThat(client.isReady()).isTrue();
    }

    @Test
    void comesAgainNoSoonerThanItWasToldAndAtLatestAfterTwiceAsLong() {
        server.refusing = true;
        server.refusal = new RetryLaterException(Duration.ofSeconds(5));
        client.connect();
        server.pass(4_999);
        assertThat(server.refused).isEqualTo(1);
        server.pass(5_001);
        assertThat(server.refused).isEqualTo(2);
    }

    @Test
    void beingToldToComeAtOnceDoesNotHastenIt() {
        server.refusing = true;
        server.refusal = new RetryLaterException(Duration.ofMillis(10));
        client.connect();
        server.pass(99);
        assertThat(server.refused).isEqualTo(1);
        server.pass(60_000);
        assertThat(server.refused).isBetween(10, 20);
    }

    @Test
    void saysHelloAgainOnTheSameConnectionWhenTheServerIsTooBusyForIt() {
        client.connect();
        ScriptedServer.Link link = server.last();
        link.say("{'type':'error','code':'UNAVAILABLE','message':'later','retryAfterMs':1500}");
        server.pass(1_499);
        assertThat(link.heard("hello")).hasSize(1);
        server.pass(1_501);
        assertThat(link.heard("hello")).hasSize(2);
        link.say("{'type':'error','code':'BUSY','message':'later'}");
        server.pass(999);
        assertThat(link.heard("hello")).hasSize(2);
        server.pass(1_001);
        assertThat(link.heard("hello")).hasSize(3);
        link.welcome(ROOM);
        server.pass(60_000);
        assertThat(link.heard("hello")).hasSize(3);
        assertThat(server.links).hasSize(1);
    }

    @Test
    void saysHelloAgainToNobodyWhoWelcomedItOrIsGone() {
        client.connect();
        ScriptedServer.Link first = server.last();
        first.say("{'type':'error','code':'BUSY','message':'later','retryAfterMs':1000}");
        first.end(Connection.ABNORMAL);
        server.pass(2_000);
        assertThat(first.heard("hello")).hasSize(1);
        ScriptedServer.Link second = server.last();
        second.say("{'type':'error','code':'BUSY','message':'later','retryAfterMs':1000}");
        second.welcome(ROOM);
        server.pass(2_000);
        assertThat(second.heard("hello")).hasSize(1);
    }

    @Test
    void saysHelloAgainOnlyWhereThatMayHelp() {
        client.connect();
        server.last().say("{'type':'error','code':'FORBIDDEN','message':'no'}");
        server.last().say("{'type':'error','ref':'other','code':'BUSY','message':'later'}");
        server.pass(7_999);
        assertThat(server.last().heard("hello")).hasSize(1);
    }

    @Test
    void leavesAConnectionThatKeepsItWaitingForItsWelcome() {
        client.connect();
        ScriptedServer.Link link = server.last();
        for (int i = 0; i < 7; i++) {
            link.say("{'type':'error','code':'UNAVAILABLE','message':'later','retryAfterMs':500}");
            server.pass(1_000);
        }
        server.pass(999);
        assertThat(link.isClosed()).isFalse();
        server.pass(1);
        assertThat(link.isClosed()).isTrue();
    }

    @Test
    void clientsSpreadTheirReconnections() {
        Set<Long> moments = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            moments.add(RETRY_POLICY.delayMs(3));
        }
        assertThat(moments).hasSizeGreaterThan(50).allMatch(ms -> ms >= 800 && ms <= 1_600);
    }

    @Test
    void clientsSpreadWhatTheyWereTold() {
        Set<Long> moments = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            moments.add(RetryPolicy.spreadMs(1_000));
        }
        assertThat(moments).hasSizeGreaterThan(50).allMatch(ms -> ms >= 1_000 && ms <= 2_000);
    }

    @Test
    void aQuestionEndsWithItsConnection() {
        ScriptedServer.Link link = connected();
        CompletableFuture<ServerFrame.Subscribed> answered = client.subscribe("other", 7L);
        link.say("{'type':'subscribed','ref':'"
                + link.heard("subscribe").getFirst().path("ref").asString()
                + "','channelId':'other','seq':9,'recovered':true}");
        assertThat(answered.join().seq()).isEqualTo(9);
        CompletableFuture<ServerFrame.Ack> open = client.command(new Command.React("room", "m", "👍"));
        link.end(Connection.ABNORMAL);
        assertThat(open).isCompletedExceptionally();
    }

    @Test
    void staysAwayOnceItIsClosed() {
        connected();
        client.close();
        server.pass(60_000);
        assertThat(server.links).hasSize(1);
    }
}
