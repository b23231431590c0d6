package tidings.query.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tidings.events.account.AccountId;
import tidings.events.channel.Visibility;
import tidings.query.fixture.Chat;
import tidings.query.fixture.GraphQlClient;
import tidings.query.fixture.QueryWorld;
import tools.jackson.databind.JsonNode;

/** What stands around the queries: waiting for one's own writes, tokens, content types. */
class ProtocolIT {

    private static final QueryWorld WORLD = QueryWorld.shared();
    private static final Chat CHAT = WORLD.chat();
    private static final AccountId ADA = CHAT.account("protocol-ada");
    private static UUID channel = UUID.randomUUID();

    @BeforeAll
    static void chat() {
        channel = CHAT.channel("protocol", Visibility.PRIVATE, ADA);
        WORLD.settle();
    }

    @Test
    void waitsUntilTheViewsHaveComeSoFar() {
        long seq = WORLD.seq(channel);
        CompletableFuture<JsonNode> answer = CompletableFuture.supplyAsync(() -> WORLD.as(ADA)
                .answer(
                        "{ channel(name: \"protocol\") { seq messages(last: 1) { edges { node { body } } } } }",
                        Map.of("X-Min-Seq", channel + "=" + (seq + 1))));
        CHAT.post(channel, ADA, "read your writes");
        WORLD.log().flush();
        assertThat(answer.join().at("/data/channel/messages/edges/0/node/body").asString())
                .isEqualTo("read your writes");
    }

    @Test
    void waitsUntilTheReadMarkerHasComeSoFar() {
        AccountId reader = CHAT.account("protocol-reader");
        UUID read = CHAT.channel("protocol-read", Visibility.PRIVATE, ADA, reader);
        CHAT.post(read, ADA, "one");
        CHAT.post(read, ADA, "two");
        WORLD.settle();
        CompletableFuture<JsonNode> answer = CompletableFuture.supplyAsync(() -> WORLD.as(reader)
                .answer(
                        "{ channel(name: \"protocol-read\") { readSeq unreadCount } }",
                        Map.of("X-Min-Seq", read + "=4, read:" + read + "=3")));
        WORLD.log().markRead(reader, read, 3);
        WORLD.log().flush();
        assertThat(answer.join().at("/data/channel").toString()).isEqualTo("{\"readSeq\":3,\"unreadCount\":1}");
        assertThat(WORLD.as(ADA)
                        .answer("{ me { id } }", Map.of("X-Min-Seq", "read:" + read + "=4"))
                        .at("/errors/0/extensions/code")
                        .asString())
                .isEqualTo("STALE");
    }

    @Test
    void tellsThatTheViewsAreStale() {
        AccountId stranger = CHAT.account("protocol-stranger");
        WORLD.settle();
        long start = System.nanoTime();
        JsonNode mine = WORLD.as(ADA).answer("{ me { id } }", Map.of("X-Min-Seq", channel + "=100000"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
        JsonNode hidden = WORLD.as(stranger).answer("{ me { id } }", Map.of("X-Min-Seq", channel + "=0"));
        JsonNode unknown = WORLD.as(stranger).answer("{ me { id } }", Map.of("X-Min-Seq", UUID.randomUUID() + "=0"));
        assertThat(mine.at("/errors/0/extensions/code").asString()).isEqualTo("STALE");
        assertThat(hidden).isEqualTo(unknown).isEqualTo(mine);
        assertThat(WORLD.as(ADA)
                        .answer("{ me { id } }", Map.of("X-Min-Seq", "nonsense"))
                        .at("/errors/0/extensions/code")
                        .asString())
                .isEqualTo("BAD_REQUEST");
    }

    @Test
    void takesJsonInAPostOnly() throws IOException, InterruptedException {
        GraphQlClient client = WORLD.as(ADA);
        String query = "{\"query\":\"{ me { id } }\"}";
        assertThat(client.send(query, "application/json; charset=utf-8", Map.of())
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.send(query, "text/plain", Map.of()).statusCode()).isEqualTo(415);
        assertThat(client.send("query=x", "application/x-www-form-urlencoded", Map.of())
                        .statusCode())
                .isEqualTo(415);
        assertThat(client.send("[" + query + "," + query + "]", "application/json", Map.of())
                        .statusCode())
                .isEqualTo(400);
        assertThat(get(
                        "/graphql?query=%7Bme%7Bid%7D%7D",
                        Map.of("Authorization", "Bearer " + WORLD.tokens().of(ADA))))
                .isEqualTo(405);
        assertThat(get("/graphql?query=%7Bme%7Bid%7D%7D", Map.of())).isEqualTo(401);
        assertThat(new GraphQlClient(WORLD.node(), "nonsense")
                        .send(query, "application/json", Map.of())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void guardsTheInternalApiAndTellsItsHealth() throws IOException, InterruptedException {
        assertThat(get("/internal/digests", Map.of())).isEqualTo(401);
        assertThat(get("/internal/digests", Map.of("Tidings-Internal-Secret", "guess")))
                .isEqualTo(401);
        assertThat(get("/internal/digests", Map.of("Tidings-Internal-Secret", "test-secret")))
                .isEqualTo(200);
        assertThat(get("/health/live", Map.of())).isEqualTo(200);
        assertThat(get("/health/ready", Map.of())).isEqualTo(200);
    }

    private static int get(String path, Map<String, String> headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(WORLD.node().url(path));
        headers.forEach(request::header);
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
