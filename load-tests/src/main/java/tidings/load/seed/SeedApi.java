package tidings.load.seed;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tidings.load.instance.InstanceMissingException;
import tools.jackson.databind.json.JsonMapper;

/** The calls of the command side that make many accounts and channels at once, each the same ones again when repeated. */
final class SeedApi {

    private static final String SOURCE = "load";
    private static final int ATTEMPTS = 50;
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final JsonMapper json = JsonMapper.builder().build();
    private final URI command;
    private final String secret;

    SeedApi(URI command, String secret) {
        this.command = command;
        this.secret = secret;
    }

    record NewAccount(String sourceId, String username, String displayName, boolean bot) {}

    record NewChannel(
            String sourceId, String name, @Nullable String topic, String visibility, List<String> memberIds) {}

    /** What is there now under a source id. */
    record Known(String sourceId, String id) {}

    private record AccountsRequest(String source, List<NewAccount> accounts) {}

    private record AccountsAnswer(List<Known> accounts) {}

    private record ChannelsRequest(String source, List<NewChannel> channels) {}

    private record ChannelsAnswer(List<Known> channels) {}

    List<Known> accounts(List<NewAccount> accounts) {
        return post("/internal/imports/accounts", new AccountsRequest(SOURCE, accounts), AccountsAnswer.class)
                .accounts();
    }

    List<Known> channels(List<NewChannel> channels) {
        return post("/internal/imports/channels", new ChannelsRequest(SOURCE, channels), ChannelsAnswer.class)
                .channels();
    }

    private <T> T post(String path, Object body, Class<T> answer) {
        HttpRequest request = HttpRequest.newBuilder(command.resolve(path))
                .header("Tidings-Internal-Secret", secret)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(60))
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
                .build();
        try {
            for (int attempt = 1; ; attempt++) {
                HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
                if (response.statusCode() == 200) {
                    return json.readValue(response.body(), answer);
                }
                if (response.statusCode() != 503 || attempt == ATTEMPTS) {
                    throw new InstanceMissingException(path + " answered " + response.statusCode());
                }
                Thread.sleep(PAUSE);
            }
        } catch (IOException e) {
            throw new InstanceMissingException("the command side does not answer at " + command, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InstanceMissingException("interrupted", e);
        }
    }
}
