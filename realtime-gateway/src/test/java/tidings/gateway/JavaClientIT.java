package tidings.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tidings.launcher.fixture.ProgressWait.STANDSTILL;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tidings.client.Command;
import tidings.client.Connector;
import tidings.client.Credentials;
import tidings.client.Listener;
import tidings.client.RefusedException;
import tidings.client.ServerFrame;
import tidings.client.TidingsClient;
import tidings.client.WebSocketConnector;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tools.jackson.databind.JsonNode;

/** The Java client against running gateways. */
class JavaClientIT extends TwoGateways {

    private AccountId ann;
    private AccountId bob;

    @BeforeEach
    void newcomers() {
        ann = newAccount();
        bob = newAccount();
    }

    /** Keeps what it hears. */
    private static final class RecordingListener implements Listener {

        final List<ServerFrame> frames = new CopyOnWriteArrayList<>();
        final List<Long> seqs = new CopyOnWriteArrayList<>();

        @Override
        public void onFrame(ServerFrame frame, JsonNode json) {
            frames.add(frame);
        }

        @Override
        public void onEvent(ServerFrame.Event event) {
            seqs.add(event.seq());
        }
    }

    private static WebSocketConnector at(GatewayUnderTest gateway, Credentials credentials) {
        return new WebSocketConnector(URI.create("http://127.0.0.1:" + gateway.port()), credentials);
    }

    private static void connect(TidingsClient client) {
        client.connect();
        Awaitility.await().until(client::isReady);
    }

    @Test
    void movesToAnotherGatewayWhenItsOwnIsDrainedAndMissesNothing() throws Exception {
        ChannelId room = log.open(ann);
        RecordingListener listener = new RecordingListener();
        GatewayUnderTest third = GatewayUnderTest.start(instance, Map.of());
        awaitReady(third);
        Credentials credentials = new Credentials.Token(tokens.of(ann));
        Connector newest =
                handler -> at(third.isUp() ? third : other, credentials).open(handler);
        try (TidingsClient client = new TidingsClient(newest, listener)) {
            client.resumeAfter(room.toString(), -1);
            connect(client);
            List<CompletableFuture<ServerFrame.Ack>> acks = new CopyOnWriteArrayList<>();
            IntStream.range(0, 10).forEach(i -> acks.add(client.send(message(room, "before-" + i))));
            third.close();
            IntStream.range(0, 10).forEach(i -> acks.add(client.send(message(room, "after-" + i))));
            for (CompletableFuture<ServerFrame.Ack> ack : acks) {
                assertThat(ack.get(STANDSTILL.toSeconds(), TimeUnit.SECONDS).seq())
                        .isGreaterThan(1);
            }
            Awaitility.await()
                    .untilAsserted(() -> assertThat(listener.seqs)
                            .containsExactlyElementsOf(
                                    LongStream.rangeClosed(0, 21).boxed().toList()));
        }
    }

    private static Command.Send message(ChannelId room, String key) {
        return new Command.Send(room.toString(), key, "body of " + key, null);
    }

    @Test
    void saysAndHearsEverythingOfTheProtocol() throws Exception {
        String room = log.open(ann, bob).toString();
        RecordingListener annsListener = new RecordingListener();
        RecordingListener bobsListener = new RecordingListener();
        try (TidingsClient client =
                        new TidingsClient(at(one, new Credentials.Ticket(log.drawTicket(ann))), annsListener);
                TidingsClient bobs = new TidingsClient(at(other, new Credentials.AtHello()), bobsListener)) {
            bobs.authenticate(tokens.of(bob));
            connect(client);
            connect(bobs);
            ServerFrame.Ack sent = answerTo(client.send(new Command.Send(room, "k", "hi", null)));
            String messageId = String.valueOf(sent.messageId());
            for (Command command : List.of(
                    new Command.React(room, messageId, "👍"),
                    new Command.Unreact(room, messageId, "👍"),
                    new Command.Edit(room, messageId, "hi all"),
                    new Command.Delete(room, messageId),
                    new Command.Read(room, 3))) {
                assertThat(answerTo(client.command(command)).channelId()).isEqualTo(room);
            }
            client.typing(room);
            client.away(true);
            Awaitility.await()
                    .untilAsserted(() -> assertThat(bobsListener.frames)
                            .contains(
                                    new ServerFrame.Typing(room, ann.toString()),
                                    new ServerFrame.Presence(ann.toString(), "AWAY")));
            assertThat(answerTo(client.unsubscribe(room)).channelId()).isEqualTo(room);
            assertThat(answerTo(client.subscribe(room, 3L)).recovered()).isTrue();
            assertThatThrownBy(() -> answerTo(client.subscribe(newAccount().toString(), null)))
                    .hasCauseInstanceOf(RefusedException.class);
        }
    }

    private static <T> T answerTo(CompletableFuture<T> request) throws Exception {
        return request.get(STANDSTILL.toSeconds(), TimeUnit.SECONDS);
    }
}
