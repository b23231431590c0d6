package tidings.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.gateway.client.TestSocket;
import tools.jackson.databind.JsonNode;

/** What several devices and people see of one another over both gateways. */
class DevicesIT extends TwoGateways {

    @Test
    void allDevicesOfAUserSeeEverythingOnceAndWhatTheOthersRead() {
        AccountId ann = newAccount();
        ChannelId room = log.open(ann);
        try (TestSocket laptop = hello(one, ann, Map.of());
                TestSocket phone = hello(other, ann, Map.of());
                TestSocket tablet = hello(other, ann, Map.of())) {
            post(laptop, room, "devices");
            for (TestSocket device : new TestSocket[] {laptop, phone, tablet}) {
                awaitSeqs(device, room, 2, 2);
            }
            phone.send(Map.of("type", "read", "ref", "r", "channelId", room.toString(), "seq", 2));
            assertThat(phone.awaitAnswer("r").path("seq").asLong()).isEqualTo(2);
            for (TestSocket device : new TestSocket[] {laptop, tablet}) {
                JsonNode read = device.await(frame -> TestSocket.type(frame).equals("read"));
                assertThat(read.path("seq").asLong()).isEqualTo(2);
            }
            assertThat(log.readSeq(room, ann)).isEqualTo(2);
            assertThat(phone.ofType("read")).isEmpty();
        }
    }

    @Test
    void presenceCrossesGatewaysAndEndsWithTheLastDevice() {
        AccountId ann = newAccount();
        AccountId bob = newAccount();
        log.open(ann, bob);
        try (TestSocket a = hello(one, ann, Map.of())) {
            try (TestSocket b = hello(other, bob, Map.of())) {
                a.await(frame -> isPresence(frame, bob, "ONLINE"));
                b.await(frame -> isPresence(frame, ann, "ONLINE"));
                b.send(Map.of("type", "presence", "status", "AWAY"));
                a.await(frame -> isPresence(frame, bob, "AWAY"));
            }
            a.await(frame -> isPresence(frame, bob, "OFFLINE"));
            assertThat(a.ofType("presence")).hasSize(3);
        }
    }

    private static boolean isPresence(JsonNode frame, AccountId who, String status) {
        return TestSocket.type(frame).equals("presence")
                && frame.path("userId").asString().equals(who.toString())
                && frame.path("status").asString().equals(status);
    }

    @Test
    void aUserIsLimitedOverBothGateways() {
        AccountId ann = newAccount();
        ChannelId room = log.open(ann);
        try (TestSocket a = hello(one, ann, Map.of());
                TestSocket b = hello(other, ann, Map.of())) {
            for (int i = 0; i < 40; i++) {
                post(a, room, "one-" + i);
                post(b, room, "other-" + i);
            }
            Awaitility.await().untilAsserted(() -> {
                post(a, room, UUID.randomUUID().toString());
                assertThat(a.ofType("error"))
                        .anyMatch(error -> error.path("code").asString().equals("RATE_LIMITED")
                                && error.path("retryAfterMs").asLong() > 1_000);
            });
        }
    }
}
