package tidings.query.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tidings.events.account.AccountEvent.SessionEnded;
import tidings.events.account.AccountId;
import tidings.events.channel.Visibility;
import tidings.query.fixture.Chat;
import tidings.query.fixture.QueryWorld;
import tools.jackson.databind.json.JsonMapper;

class SubscriptionIT {

    private static final QueryWorld WORLD = QueryWorld.shared();
    private static final Chat CHAT = WORLD.chat();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void followsAChannelUntilTheMemberLeaves() {
        AccountId ada = CHAT.account("subscription-ada");
        AccountId bob = CHAT.account("subscription-bob");
        UUID channel = CHAT.channel("subscription", Visibility.PRIVATE, ada, bob);
        CHAT.post(channel, ada, "before");
        WORLD.settle();

        SubscriptionListener listener = new SubscriptionListener();
        WebSocket socket = greeted(listener, WORLD.tokens().of(bob));
        send(socket, subscription(channel, 2));
        await().until(() -> listener.seqs().size() == 1);
        for (int i = 0; i < 150; i++) {
            CHAT.post(channel, ada, "live " + i);
        }
        WORLD.settle();
        await().until(() -> listener.seqs().size() == 151);
        assertThat(listener.seqs())
                .isSorted()
                .doesNotHaveDuplicates()
                .startsWith(3)
                .endsWith(153);

        CHAT.leave(channel, bob);
        WORLD.settle();
        await().until(() ->
                listener.types().contains("error") || listener.types().contains("complete"));
        int seen = listener.seqs().size();
        CHAT.post(channel, ada, "not for bob");
        WORLD.settle();
        assertThat(listener.seqs()).hasSize(seen).doesNotContain((int) WORLD.seq(channel));
        socket.abort();
    }

    @Test
    void refusesACursorThatTheChannelHasNotComeTo() {
        AccountId ada = CHAT.account("subscription-ahead");
        UUID channel = CHAT.channel("subscription-ahead", Visibility.PRIVATE, ada);
        WORLD.settle();
        SubscriptionListener listener = new SubscriptionListener();
        WebSocket socket = greeted(listener, WORLD.tokens().of(ada));
        send(socket, subscription(channel, 5_000));
        await().until(() -> listener.types().contains("error"));
        assertThat(listener.text()).contains("STALE");
        socket.abort();
    }

    @Test
    void letsNobodyInWithoutAToken() {
        SubscriptionListener listener = new SubscriptionListener();
        WebSocket socket = connect(listener);
        send(socket, "{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Bearer nonsense\"}}");
        await().until(() -> listener.closed != null);
        assertThat(listener.closed).isEqualTo(4401);
        socket.abort();
    }

    @Test
    void closesTheSocketsOfAnEndedSession() {
        AccountId ada = CHAT.account("subscription-ended");
        UUID channel = CHAT.channel("subscription-ended", Visibility.PUBLIC, ada);
        WORLD.settle();
        String token = WORLD.tokens().of(ada, claims -> claims.claim("sid", "over"));
        SubscriptionListener idle = new SubscriptionListener();
        SubscriptionListener following = new SubscriptionListener();
        SubscriptionListener other = new SubscriptionListener();
        List<WebSocket> sockets = List.of(
                greeted(idle, token),
                greeted(following, token),
                greeted(other, WORLD.tokens().of(ada)));
        send(sockets.get(1), subscription(channel, -1));
        await().until(() -> !following.seqs().isEmpty());

        WORLD.log().append(ada.value(), ada, new SessionEnded("over"));
        WORLD.settle();
        await().until(() -> idle.closed != null && following.closed != null);
        assertThat(List.of(idle.closed, following.closed)).containsOnly(4401);
        send(sockets.get(2), subscription(channel, -1));
        await().until(() -> !other.seqs().isEmpty());
        assertThat(other.closed).isNull();
        sockets.forEach(WebSocket::abort);
    }

    private static WebSocket greeted(SubscriptionListener listener, String token) {
        WebSocket socket = connect(listener);
        send(socket, "{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Bearer " + token + "\"}}");
        await().until(() -> listener.types().contains("connection_ack"));
        return socket;
    }

    private static String subscription(UUID channel, int afterSeq) {
        return JSON.writeValueAsString(java.util.Map.of(
                "id",
                "1",
                "type",
                "subscribe",
                "payload",
                java.util.Map.of(
                        "query",
                        "subscription { channelEvents(channelId: \"" + channel + "\", afterSeq: " + afterSeq
                                + ") { seq event data } }")));
    }

    private static WebSocket connect(SubscriptionListener listener) {
        URI http = WORLD.node().url("/graphql");
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols("graphql-transport-ws")
                .buildAsync(URI.create("ws://" + http.getAuthority() + http.getPath()), listener)
                .join();
    }

    private static void send(WebSocket socket, String text) {
        socket.sendText(text, true).join();
    }
}
