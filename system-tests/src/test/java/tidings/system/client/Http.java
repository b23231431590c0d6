package tidings.system.client;

import static tidings.launcher.fixture.ProgressWait.STANDSTILL;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** JSON over HTTP to one base address. */
public final class Http {

    /** One for all: it keeps its connections and costs a thread. */
    static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(STANDSTILL)
            .build();

    private final URI base;
    private final Map<String, String> headers;

    public Http(URI base, Map<String, String> headers) {
        this.base = base;
        this.headers = headers;
    }

    public Answer get(String path) {
        return call("GET", path, null, Map.of());
    }

    public Answer call(String method, String path, @Nullable JsonNode body) {
        return call(method, path, body, Map.of());
    }

    public Answer call(String method, String path, @Nullable JsonNode body, Map<String, String> moreHeaders) {
        HttpResponse<String> response = exchange(method, path, body, moreHeaders);
        String text = response.body();
        boolean json = text.startsWith("{") || text.startsWith("[");
        return new Answer(
                response.statusCode(), json ? Json.read(text) : Json.object().put("text", text));
    }

    /** The raw answer, for what is not JSON. */
    public HttpResponse<String> exchange(
            String method, String path, @Nullable JsonNode body, Map<String, String> moreHeaders) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(STANDSTILL)
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body.toString()));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        moreHeaders.forEach(request::header);
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
