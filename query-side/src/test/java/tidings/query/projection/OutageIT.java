package tidings.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.UncategorizedSQLException;
import tidings.events.account.AccountId;
import tidings.events.channel.Visibility;
import tidings.query.fixture.FailureInjection;
import tidings.query.fixture.QueryNode;
import tidings.query.fixture.QueryWorld;
import tidings.query.kafka.ConsumerState;

/** What fails for reasons of its own is tried again; only what is an event's own fault is parked, and can be freed. */
class OutageIT {

    private final QueryWorld world = new QueryWorld(1, Map.of());
    private final AccountId ada = world.chat().account("outage");

    @AfterEach
    void close() {
        FailureInjection.disarm();
        world.close();
    }

    @Test
    void blamesNoEventForAFullDisk() {
        UUID channel = world.chat().channel("full", Visibility.PUBLIC, ada);
        world.settle();
        AtomicInteger refusals = new AtomicInteger();
        FailureInjection.arm(batch -> refusals.incrementAndGet() <= 4
                ? new UncategorizedSQLException("insert", "…", new SQLException("The table is full", "HY000", 1114))
                : null);
        world.chat().post(channel, ada, "arrives in the end");
        world.log().flush();
        await().until(() -> world.seq(channel) == 2);

        assertThat(refusals).hasValueGreaterThan(4);
        assertThat(parked()).isZero();
    }

    @Test
    void goesOnAfterAnythingThatEndsTheLoop() {
        UUID channel = world.chat().channel("loop", Visibility.PUBLIC, ada);
        world.settle();
        AtomicInteger deaths = new AtomicInteger();
        FailureInjection.arm(batch -> deaths.incrementAndGet() <= 2 ? new StackOverflowError("injected") : null);
        world.chat().post(channel, ada, "arrives in the end");
        world.log().flush();
        ConsumerState state = world.node().bean(ConsumerState.class);
        await().until(() -> world.seq(channel) == 2);

        assertThat(state.failures()).isEqualTo(2);
        await().until(state::ready);
        assertThat(parked()).isZero();
    }

    @Test
    void parksWhatFailsAloneAgainAndAgainAndFreesItWhenToldTo() throws Exception {
        UUID sick = world.chat().channel("sick", Visibility.PUBLIC, ada);
        world.settle();
        FailureInjection.arm(
                batch -> batch.ofStream(sick).events().isEmpty() ? null : new IllegalArgumentException("injected"));
        world.chat().post(sick, ada, "makes no sense to this build");
        world.log().flush();
        await().until(() -> parked() == 1);
        world.chat().post(sick, ada, "has to wait");
        world.log().flush();
        await().until(() -> parked() == 2);
        assertThat(call("GET", "/internal/dead-letters")).contains(sick.toString(), "\"atSeq\":2", "\"events\":2");

        assertThat(call("POST", "/internal/dead-letters/retry")).contains("\"applied\":0", "\"parked\":2");
        FailureInjection.disarm();
        assertThat(call("POST", "/internal/dead-letters/retry")).contains("\"applied\":2", "\"parked\":0");
        world.chat().post(sick, ada, "flows");
        world.settle();
        assertThat(world.seq(sick)).isEqualTo(4);
        assertThat(call("GET", "/internal/dead-letters")).isEqualTo("{\"streams\":[]}");
    }

    private long parked() {
        return world.node().bean(ParkedEventStore.class).count();
    }

    private String call(String method, String path) throws Exception {
        URI url = world.node().url(path);
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(url)
                                .header("Tidings-Internal-Secret", QueryNode.SECRET)
                                .method(method, HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(List.of(200)).contains(response.statusCode());
        return response.body();
    }
}
