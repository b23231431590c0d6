package tidings.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Whoever is notified may call the client from another thread, and wait for that. */
class NotificationTest {

    private final ScriptedServer server = new ScriptedServer();
    private final List<Object> heard = new ArrayList<>();

    /** Something that another thread gets from the client, while this one waits. */
    private static <T> T elsewhere(Supplier<T> question) {
        return CompletableFuture.supplyAsync(question)
                .orTimeout(90, TimeUnit.SECONDS)
                .join();
    }

    private TidingsClient connected(Listener listener) {
        TidingsClient client = new TidingsClient(server, listener, RetryPolicy.DEFAULT, server);
        client.connect();
        server.last().welcome("{'channelId':'room','seq':41,'readSeq':-1}");
        return client;
    }

    @Test
    void aListenerCallsBackFromAnotherThreadAndWaits() {
        CompletableFuture<TidingsClient> client = new CompletableFuture<>();
        client.complete(connected(new Listener() {
            @Override
            public void onEvent(ServerFrame.Event event) {
                heard.add(elsewhere(() -> client.join().cursor("room")));
            }

            @Override
            public void onDisconnected(int closeCode) {
                heard.add(elsewhere(() -> client.join().isReady()));
            }
        }));
        server.last().event("room", 42);
        server.last().end(Connection.ABNORMAL);
        assertThat(heard).containsExactly(42L, false);
    }

    @Test
    void whatDependsOnAnAnswerCallsBackFromAnotherThreadAndWaits() {
        TidingsClient client = connected(new Listener() {});
        CompletableFuture<Integer> unanswered =
                client.send(new Command.Send("room", "k", "hi", null)).thenApply(ack -> elsewhere(client::unanswered));
        CompletableFuture<Boolean> ready =
                client.subscribe("other", null).handle((subscribed, lost) -> elsewhere(client::isReady));
        server.last().say("{'type':'ack','ref':'k','channelId':'room','messageId':'m','seq':42}");
        server.last().end(Connection.ABNORMAL);
        assertThat(unanswered).isCompletedWithValue(0);
        assertThat(ready).isCompletedWithValue(false);
    }

    @Test
    void whatAListenerCausesIsNotifiedAfterWhatItIsTold() {
        CompletableFuture<TidingsClient> client = new CompletableFuture<>();
        client.complete(connected(new Listener() {
            @Override
            public void onEvent(ServerFrame.Event event) {
                heard.add("begin " + event.seq());
                if (event.seq() == 42) {
                    server.last().event("room", 43);
                    client.join().close();
                }
                heard.add("end " + event.seq());
            }

            @Override
            public void onDisconnected(int closeCode) {
                heard.add("disconnected");
            }
        }));
        server.last().event("room", 42);
        assertThat(heard).containsExactly("begin 42", "end 42", "begin 43", "end 43", "disconnected");
    }

    @Test
    void aCallOfTheClientNotifiesOnAnotherThread() {
        TidingsClient client = connected(new Listener() {
            @Override
            public void onDisconnected(int closeCode) {
                heard.add(closeCode);
            }
        });
        client.close();
        assertThat(heard).isEmpty();
        server.pass(0);
        assertThat(heard).containsExactly(Connection.ABNORMAL);
    }

    @Test
    void aListenerThatFailsMissesNothingAfterwards() {
        connected(new Listener() {
            @Override
            public void onEvent(ServerFrame.Event event) {
                heard.add(event.seq());
                throw new IllegalStateException("on purpose");
            }
        });
        server.last().event("room", 42);
        server.last().event("room", 43);
        assertThat(heard).containsExactly(42L, 43L);
    }
}
