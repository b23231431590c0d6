package tidings.query.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tidings.events.account.AccountId;
import tidings.events.channel.Visibility;
import tidings.query.fixture.QueryWorld;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ComparisonIT {

    private static final QueryWorld WORLD = QueryWorld.shared();

    @Test
    void tellsHeadsAndEventsOfEveryStream() throws Exception {
        AccountId ada = WORLD.chat().account("comparison-ada");
        UUID channel = WORLD.chat().channel("comparison", Visibility.PRIVATE, ada);
        WORLD.chat().post(channel, ada, "compare this");
        WORLD.settle();
        long head = WORLD.seq(channel);

        assertThat(heads("channels")).contains(channel + " " + head);
        assertThat(heads("accounts")).anyMatch(account -> account.startsWith(ada.toString()));
        JsonNode last =
                get("/channels/" + channel + "/events?after=" + (head - 1)).at("/events/0");
        assertThat(last.path("seq").asLong()).isEqualTo(head);
        assertThat(last.path("type").asString()).isEqualTo("MessagePosted");
        assertThat(last.path("actorId").asString()).isEqualTo(ada.toString());
        assertThat(last.path("data").asString()).contains("compare this");
        assertThat(get("/channels/" + channel + "/events?after=" + head).path("events"))
                .isEmpty();
        assertThat(get("/channels?after=nonsense").path("code").asString()).isEqualTo("BAD_FRAME");
    }

    private static List<String> heads(String kind) throws IOException, InterruptedException {
        List<String> heads = new ArrayList<>();
        JsonNode page = get("/" + kind).path("heads");
        while (!page.isEmpty()) {
            page.forEach(head -> heads.add(
                    head.path("streamId").asString() + " " + head.path("seq").asLong()));
            page = get("/" + kind + "?after=" + heads.getLast().split(" ", 2)[0])
                    .path("heads");
        }
        return heads;
    }

    private static JsonNode get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(WORLD.node().url("/internal/views" + path))
                .header("Tidings-Internal-Secret", "test-secret")
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return JsonMapper.builder()
                    .build()
                    .readTree(http.send(request, HttpResponse.BodyHandlers.ofString())
                            .body());
        }
    }
}
