package tidings.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.gateway.client.TestSocket;
import tools.jackson.databind.JsonNode;

class TwoGatewaysIT extends TwoGateways {

    @Test
    void whatIsSentOnOneGatewayIsReceivedOnBoth() {
        AccountId ann = newAccount();
        AccountId bob = newAccount();
        ChannelId room = log.open(ann, bob);
        try (TestSocket a = hello(one, ann, Map.of());
                TestSocket b = hello(other, bob, Map.of())) {
            post(a, room, "m1");
            JsonNode ack = a.awaitAnswer("m1");
            assertThat(ack.path("type").asString()).isEqualTo("ack");
            assertThat(ack.path("seq").asLong()).isEqualTo(3);
            for (TestSocket socket : new TestSocket[] {a, b}) {
                JsonNode event = socket.await(frame -> TestSocket.type(frame).equals("event"));
                assertThat(event.path("event").asString()).isEqualTo("MessagePosted");
                assertThat(event.path("seq").asLong()).isEqualTo(3);
                assertThat(event.path("actorId").asString()).isEqualTo(ann.toString());
                assertThat(event.path("at").asString()).isEqualTo("2026-11-24T03:04:05.678Z");
                assertThat(event.path("data").path("body").asString()).isEqualTo("body of m1");
            }
        }
    }

    @Test
    void manyMessagesArriveInOrderAndOnce() {
        AccountId ann = newAccount();
        AccountId bob = newAccount();
        ChannelId room = log.open(ann, bob);
        try (TestSocket a = hello(one, ann, Map.of());
                TestSocket b = hello(other, bob, Map.of())) {
            for (int i = 0; i < 30; i++) {
                post(a, room, "many-" + i);
            }
            awaitSeqs(a, room, 3, 32);
            awaitSeqs(b, room, 3, 32);
        }
    }

    @Test
    void aSessionResumesOnTheOtherGatewayWithoutLossOrDoubles() {
        AccountId ann = newAccount();
        ChannelId room = log.open(ann);
        try (TestSocket first = hello(one, ann, Map.of())) {
            post(first, room, "r1");
            awaitSeqs(first, room, 2, 2);
        }
        for (int i = 0; i < 5; i++) {
            log.join(room, newAccount());
        }
        try (TestSocket second = hello(other, ann, Map.of(room.toString(), 2L))) {
            post(second, room, "r2");
            awaitSeqs(second, room, 3, 8);
        }
    }

    @Test
    void tooWideAGapIsResetAndLiveEventsFollow() {
        AccountId ann = newAccount();
        ChannelId room = log.open(ann);
        relay.setBroken(true);
        for (int i = 0; i < 1_100; i++) {
            log.join(room, ann);
        }
        relay.setBroken(false);
        try (TestSocket socket = hello(one, ann, Map.of(room.toString(), 0L))) {
            JsonNode reset = socket.await(frame -> TestSocket.type(frame).equals("reset"));
            assertThat(reset.path("seq").asLong()).isEqualTo(1_101);
            post(socket, room, "after-reset");
            awaitSeqs(socket, room, 1_102, 1_102);
        }
    }

    @Test
    void eventsThatKafkaLostAreFetchedAfterTheAck() {
        AccountId ann = newAccount();
        ChannelId room = log.open(ann);
        try (TestSocket socket = hello(one, ann, Map.of())) {
            relay.setBroken(true);
            post(socket, room, "lost-1");
            post(socket, room, "lost-2");
            socket.awaitAnswer("lost-2");
            relay.setBroken(false);
            awaitSeqs(socket, room, 2, 3);
        }
    }

    @Test
    void aNewMemberIsSubscribedLiveAndALeaverIsLetGo() {
        AccountId ann = newAccount();
        AccountId bob = newAccount();
        ChannelId room = log.open(ann);
        try (TestSocket b = hello(other, bob, Map.of())) {
            log.join(room, bob);
            JsonNode subscribed = b.await(frame -> TestSocket.type(frame).equals("subscribed"));
            assertThat(subscribed.path("channelId").asString()).isEqualTo(room.toString());
            assertThat(subscribed.has("ref")).isFalse();
            awaitSeqs(b, room, 2, 2);
            log.leave(room, bob);
            b.await(frame -> TestSocket.type(frame).equals("unsubscribed"));
            log.join(room, newAccount());
            b.send(Map.of("type", "ping", "ref", "p"));
            b.awaitAnswer("p");
            assertThat(b.seqs(room)).containsExactly(2L, 3L);
            b.send(Map.of("type", "subscribe", "ref", "s", "channelId", room.toString()));
            assertThat(b.awaitAnswer("s").path("code").asString()).isEqualTo("NOT_FOUND");
        }
    }

    @Test
    void whatWasJustOpenedCanBeSubscribedAtOnce() {
        AccountId ann = newAccount();
        try (TestSocket socket = hello(one, ann, Map.of())) {
            relay.setBroken(true);
            ChannelId room = log.open(ann);
            relay.setBroken(false);
            socket.send(Map.of("type", "subscribe", "ref", "s", "channelId", room.toString(), "after", -1));
            JsonNode subscribed = socket.awaitAnswer("s");
            assertThat(subscribed.path("recovered").asBoolean()).isTrue();
            awaitSeqs(socket, room, 0, 1);
        }
    }

    @Test
    void anEndedSessionIsClosed() {
        AccountId ann = newAccount();
        try (TestSocket socket = hello(one, ann, Map.of())) {
            log.endSession(ann, "session-of-" + ann);
            assertThat(socket.awaitClose()).isEqualTo(4401);
        }
    }

    @Test
    void aTicketOpensOneSocket() {
        AccountId ann = newAccount();
        String ticket = log.drawTicket(ann);
        try (TestSocket socket = TestSocket.openWithTicket(one.port(), ticket)) {
            socket.send(Map.of("type", "hello", "ref", "h"));
            assertThat(socket.awaitAnswer("h").path("userId").asString()).isEqualTo(ann.toString());
        }
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> TestSocket.openWithTicket(one.port(), ticket))
                .hasMessageContaining("WebSocketHandshakeException");
    }

    @Test
    void aBannedMemberIsLetGoAtOnceAndNotLetBackIn() {
        AccountId ann = newAccount();
        AccountId bob = newAccount();
        ChannelId room = log.open(ann, bob);
        try (TestSocket b = hello(other, bob, Map.of())) {
            log.ban(room, ann, bob);
            b.await(frame -> TestSocket.type(frame).equals("unsubscribed"));
            log.join(room, newAccount());
            b.send(Map.of("type", "subscribe", "ref", "s", "channelId", room.toString()));
            assertThat(b.awaitAnswer("s").path("code").asString()).isEqualTo("NOT_FOUND");
            assertThat(b.seqs(room)).containsExactly(3L);
        }
    }

    @Test
    void aSessionThatEndedIsClosedThoughNoEventSaysSo() {
        AccountId ann = newAccount();
        try (TestSocket socket = hello(one, ann, Map.of())) {
            log.endSessionSilently("session-of-" + ann);
            assertThat(socket.awaitClose()).isEqualTo(4401);
        }
        TestSocket again = TestSocket.open(one.port());
        again.send(Map.of("type", "hello", "token", tokens.of(ann)));
        assertThat(again.awaitClose()).isEqualTo(4401);
    }

    @Test
    void typingIsShownToTheOthersOnly() {
        AccountId ann = newAccount();
        AccountId bob = newAccount();
        ChannelId room = log.open(ann, bob);
        try (TestSocket a = hello(one, ann, Map.of());
                TestSocket b = hello(other, bob, Map.of())) {
            post(b, room, "warm");
            awaitSeqs(b, room, 3, 3);
            a.send(Map.of("type", "typing", "channelId", room.toString()));
            JsonNode typing = b.await(frame -> TestSocket.type(frame).equals("typing"));
            assertThat(typing.path("userId").asString()).isEqualTo(ann.toString());
            assertThat(a.ofType("typing")).isEmpty();
        }
    }
}
