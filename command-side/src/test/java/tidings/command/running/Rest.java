package tidings.command.running;

import static tidings.launcher.fixture.ProgressWait.STANDSTILL;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A client of the REST interface. */
public final class Rest {

    public static final JsonMapper JSON = JsonMapper.builder().build();
    public static final String PASSWORD = "correct horse";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private final String base;

    public Rest(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    public Answer post(String path, @Nullable Person caller, Object body) {
        return send("POST", path, JSON.writeValueAsString(body), bearer(caller));
    }

    public Answer patch(String path, Person caller, Object body) {
        return send("PATCH", path, JSON.writeValueAsString(body), bearer(caller));
    }

    public Answer put(String path, Person caller) {
        return send("PUT", path, null, bearer(caller));
    }

    public Answer put(String path, Person caller, Object body) {
        return send("PUT", path, JSON.writeValueAsString(body), bearer(caller));
    }

    public Answer delete(String path, Person caller) {
        return send("DELETE", path, null, bearer(caller));
    }

    public Answer internal(String path, Object body) {
        return send(
                "POST", path, JSON.writeValueAsString(body), List.of("Tidings-Internal-Secret", RealServers.SECRET));
    }

    public Answer internal(String path) {
        return get(path, "Tidings-Internal-Secret", RealServers.SECRET);
    }

    /** Any request; the body, when there is one, is called JSON. */
    public Answer send(String method, String path, @Nullable String body, String... headers) {
        return send(method, path, body, List.of(headers));
    }

    private Answer send(String method, String path, @Nullable String body, List<String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(STANDSTILL)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null && !headers.contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        return send(request.build());
    }

    public static Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public String base() {
        return base;
    }

    private static List<String> bearer(@Nullable Person caller) {
        return caller == null ? List.of() : List.of("Authorization", "Bearer " + caller.accessToken());
    }

    /** Signs somebody new up and in. */
    public Person person(String name) {
        String username = name + "-" + PEOPLE.incrementAndGet();
        Answer account = post("/api/accounts", null, Map.of("username", username, "password", PASSWORD));
        if (account.status() != 201) {
            throw new IllegalStateException(account.toString());
        }
        return signIn(account.field("id"), username);
    }

    public Person signIn(String id, String username) {
        Answer session = post("/api/sessions", null, Map.of("username", username, "password", PASSWORD));
        if (session.status() != 200) {
            throw new IllegalStateException(session.toString());
        }
        return new Person(id, username, session.field("accessToken"), session.field("refreshToken"));
    }

    public String channel(Person owner, String visibility, String name, Person... members) {
        Answer channel = post(
                "/api/channels",
                owner,
                Map.of(
                        "name",
                        name,
                        "visibility",
                        visibility,
                        "memberIds",
                        List.of(members).stream().map(Person::id).toList()));
        if (channel.status() != 201) {
            throw new IllegalStateException(channel.toString());
        }
        return channel.field("id");
    }
}
