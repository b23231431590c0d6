package tidings.tools.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The internal HTTP API of one node. Every call that is sent is idempotent there, so calls that were answered with 429 or
 * 503, or not at all, are sent again until the patience ends. Safe for use by several threads.
 */
public final class InternalApi {

    private static final String SECRET_HEADER = "Tidings-Internal-Secret";
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(60);
    private static final int BUSY = 503;
    private static final int TOO_MANY = 429;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final JsonMapper json = JsonMapper.builder().build();
    private final URI node;
    private final String secret;
    private final Patience patience;

    public InternalApi(URI node, String secret, Patience patience) {
        this.node = node;
        this.secret = secret;
        this.patience = patience;
    }

    /**
     * Posts a JSON body, or none, and reads the JSON answer.
     *
     * @throws RequestRefusedException when the answer is an error that waiting does not mend
     * @throws UnavailableException when there is no useful answer within the patience
     */
    public <T> T post(String path, @Nullable Object body, Class<T> answer) {
        BodyPublisher content =
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(json.writeValueAsBytes(body));
        HttpRequest request = to(path).header("Content-Type", "application/json")
                .POST(content)
                .build();
        return read(send(request), answer);
    }

    /** Gets a JSON answer; throws as {@link #post} does. */
    public <T> T get(String path, Class<T> answer) {
        return read(send(to(path).GET().build()), answer);
    }

    /** Gets an answer to read as a stream, which the caller closes; throws as {@link #post} does. */
    public HttpResponse<InputStream> stream(String path) {
        return send(to(path).GET().build());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(node.resolve(path))
                .header(SECRET_HEADER, secret)
                .timeout(CALL_TIMEOUT);
    }

    private <T> T read(HttpResponse<InputStream> response, Class<T> answer) {
        try (InputStream body = response.body()) {
            return json.readValue(body, answer);
        } catch (IOException | JacksonException e) {
            throw new UnavailableException(
                    node + " answered " + response.uri().getPath() + " with something unreadable", e);
        }
    }

    private HttpResponse<InputStream> send(HttpRequest request) {
        long deadline = System.nanoTime() + patience.whole().toNanos();
        for (int retry = 0; ; retry++) {
            Duration pause = patience.pauseBefore(retry);
            boolean last = System.nanoTime() + pause.toNanos() > deadline;
            try {
                HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
                boolean waiting = response.statusCode() == BUSY || response.statusCode() == TOO_MANY;
                if (!waiting || last) {
                    return succeeded(response);
                }
                response.body().close();
            } catch (IOException e) {
                if (last) {
                    throw new UnavailableException(node + " does not answer: is the instance up?", e);
                }
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
            pause(pause);
        }
    }

    private HttpResponse<InputStream> succeeded(HttpResponse<InputStream> response) throws IOException {
        int status = response.statusCode();
        if (status / 100 == 2) {
            return response;
        }
        try (InputStream body = response.body()) {
            JsonNode problem = problem(body.readNBytes(65_536));
            String code = problem.path("code").asString("");
            String detail =
                    problem.path("detail").asString(problem.path("title").asString("no reason given"));
            if (status == BUSY) {
                throw new UnavailableException(node + " is not ready: " + code + " " + detail);
            }
            throw new RequestRefusedException(status, code, response.uri().getPath() + ": " + detail);
        }
    }

    private JsonNode problem(byte[] body) {
        try {
            JsonNode problem = json.readTree(body);
            return problem.isObject() ? problem : json.createObjectNode();
        } catch (JacksonException notJson) {
            return json.createObjectNode();
        }
    }

    private static void pause(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static UnavailableException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new UnavailableException("interrupted", e);
    }
}
