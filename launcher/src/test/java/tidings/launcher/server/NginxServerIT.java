package tidings.launcher.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static tidings.launcher.fixture.ProgressWait.STANDSTILL;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidings.launcher.process.FreePorts;
import tidings.launcher.process.Launchable;
import tidings.launcher.process.LeashedProcess;
import tidings.launcher.provision.NginxProgram;
import tidings.launcher.provision.ProgramCache;
import tidings.launcher.provision.ProjectRoot;

/** The real template in a real nginx, in front of stub services. */
class NginxServerIT {
    @TempDir
    Path temporary = Path.of("");

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<AutoCloseable> opened = new ArrayList<>();
    private StubUpstream command = opened("command");
    private StubUpstream otherCommand = opened("command");
    private StubUpstream query = opened("query");
    private StubUpstream gateway = opened("gateway");
    private StubUpstream otherGateway = opened("other gateway");
    private NginxSize size = NginxSize.forProcessors(2);
    private int port;

    @BeforeEach
    void start() throws IOException {
        Path web = Files.createDirectories(temporary.resolve("web/assets"));
        Files.writeString(web.resolve("index-3f2a.js"), "script");
        Files.writeString(web.resolveSibling("index.html"), "page");
        port = FreePorts.next();
        Launchable launchable = nginx(port).prepare();
        check(launchable);
        LeashedProcess nginx = launchable.start();
        opened.add(nginx::kill);
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : opened.reversed()) {
            each.close();
        }
        client.close();
    }

    private void check(Launchable launchable) throws IOException {
        List<String> command = new ArrayList<>(launchable.spec().command());
        command.add("-t");
        ProcessBuilder check = new ProcessBuilder(command).redirectErrorStream(true);
        check.environment().putAll(launchable.spec().environment());
        try (var output = check.start().inputReader()) {
            assertThat(output.readAllAsString()).contains("test is successful").doesNotContain("[warn]");
        }
    }

    private NginxServer nginx(int listenPort) {
        return new NginxServer(
                NginxProgram.locate(ProgramCache.ofUser()),
                ProjectRoot.find().resolve("nginx/nginx.conf.template"),
                temporary.resolve("web"),
                temporary.resolve("nginx"),
                temporary.resolve("logs"),
                "127.0.0.1:" + listenPort,
                new NginxServer.Upstreams(
                        List.of(command.port(), otherCommand.port()),
                        List.of(query.port()),
                        List.of("127.0.0.1:" + gateway.port(), "127.0.0.1:" + otherGateway.port())),
                List.of(),
                size);
    }

    @Test
    void routesEveryPathToItsService() throws Exception {
        assertThat(get("/api/accounts?x=1").body()).startsWith("command GET /api/accounts?x=1");
        assertThat(get("/.well-known/jwks.json").body()).startsWith("command GET");
        assertThat(get("/graphql").body()).startsWith("query GET");
        assertThat(get("/archive/general").body()).startsWith("query GET /archive/general");
        assertThat(get("/ws").body()).contains("gateway GET /ws");
        assertThat(get("/").body()).isEqualTo("page");
        assertThat(get("/channels/general").body()).isEqualTo("page");
        assertThat(get("/assets/index-3f2a.js").body()).isEqualTo("script");
        assertThat(get("/assets/gone.js").statusCode()).isEqualTo(404);
    }

    @Test
    void keepsTheInsideInside() throws Exception {
        for (String path : List.of("/internal/events", "/internal", "/api/../internal/events", "/.git/config")) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(404);
        }
        HttpRequest forged =
                request("/api/x").header("Tidings-Internal-Secret", "guess").build();
        assertThat(send(forged).body()).doesNotContain("guess");
        assertThat(commandRequests()).containsExactly("GET /api/x HTTP/1.1");
    }

    @Test
    void sendsSecurityHeadersAndCachesWhatIsNamedByItsContent() throws Exception {
        HttpResponse<String> page = get("/");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .contains("script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(page.headers().firstValue("Server")).contains("nginx");
        assertThat(get("/assets/index-3f2a.js").headers().firstValue("Cache-Control"))
                .contains("public, max-age=31536000, immutable");
        assertThat(get("/api/x").headers().firstValue("Cache-Control")).isEmpty();
        assertThat(get("/assets/gone.js").headers().firstValue("X-Frame-Options"))
                .contains("DENY");
    }

    @Test
    void sendsWhatTheBuildCompressed() throws Exception {
        Path script = temporary.resolve("web/assets/index-3f2a.js.gz");
        Files.write(script, new byte[] {31, (byte) 139, 8, 0});
        HttpResponse<byte[]> compressed = client.send(
                request("/assets/index-3f2a.js")
                        .header("Accept-Encoding", "gzip")
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(compressed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(compressed.headers().firstValue("Vary")).contains("Accept-Encoding");
        assertThat(compressed.body()).isEqualTo(Files.readAllBytes(script));
        assertThat(get("/assets/index-3f2a.js").body()).isEqualTo("script");
    }

    @Test
    void upgradesWebSocketsAndLogsNoTicket() throws Exception {
        for (String path : List.of("/ws?ticket=secret", "/graphql")) {
            client.newWebSocketBuilder()
                    .buildAsync(URI.create("ws://127.0.0.1:" + port + path), new WebSocket.Listener() {})
                    .get(STANDSTILL.toSeconds(), TimeUnit.SECONDS)
                    .abort();
        }
        gateway.hangUp();
        otherGateway.hangUp();
        assertThat(get("/ws?ticket=secret").statusCode()).isEqualTo(502);

        Path access = temporary.resolve("logs/nginx-access.log");
        await().until(() -> Files.readString(access).contains("GET /ws 502"));
        assertThat(Files.readString(access)).doesNotContain("secret");
        assertThat(Files.readString(temporary.resolve("logs/nginx.log"))).doesNotContain("secret");
    }

    @Test
    void opensSocketsAtItsRateAndTellsWhoWouldWaitForTooLongWhenToComeAgain() throws Exception {
        port = FreePorts.next();
        size = new NginxSize(1, 2);
        LeashedProcess slow = nginx(port).prepare().start();
        opened.add(slow::kill);
        await().ignoreExceptions().until(() -> get("/").statusCode() == 200);

        List<CompletableFuture<HttpResponse<String>>> answers = Stream.generate(
                        () -> client.sendAsync(request("/ws").build(), HttpResponse.BodyHandlers.ofString()))
                .limit(40)
                .toList();
        // two are let in at once and 15 in the next 8 s; the others need not wait to hear of it
        await().untilAsserted(() ->
                assertThat(answers.stream().filter(NginxServerIT::isRefused)).hasSizeBetween(21, 23));
        HttpResponse<String> refused = answers.stream()
                .filter(NginxServerIT::isRefused)
                .findFirst()
                .orElseThrow()
                .join();
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).contains("5");
        assertThat(refused.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(refused.body()).contains("\"code\":\"UNAVAILABLE\"");
        assertThat(get("/api/x").statusCode()).isEqualTo(200);
        assertThat(get("/api/x").headers().firstValue("Retry-After")).isEmpty();

        await().until(() -> gateway.requests().size() + otherGateway.requests().size() >= 3);
    }

    private static boolean isRefused(CompletableFuture<HttpResponse<String>> answer) {
        return answer.isDone() && answer.join().statusCode() == 503;
    }

    @Test
    void isReadyWhenAQueryNodeAndAGatewayAre() throws Exception {
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        assertThat(get("/health/ready").body()).contains("gateway GET /health/ready");

        gateway.answerWith(503);
        assertThat(get("/health/ready").statusCode()).isEqualTo(200);
        otherGateway.answerWith(503);
        assertThat(get("/health/ready").statusCode()).isEqualTo(503);
        gateway.answerWith(200);
        otherGateway.answerWith(200);
        query.answerWith(503);
        HttpResponse<String> down = get("/health/ready");
        assertThat(down.statusCode()).isEqualTo(503);
        assertThat(down.body()).contains("\"status\":\"DOWN\"");
    }

    @Test
    void neverSendsAChangeTwice() throws Exception {
        command.hangUp();
        otherCommand.hangUp();

        HttpRequest post = request("/api/channels")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        assertThat(send(post).statusCode()).isEqualTo(502);
        assertThat(commandRequests()).hasSize(1);
    }

    @Test
    void refusesWhatIsTooLarge() throws Exception {
        HttpRequest post = request("/api/channels")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[2_000_000]))
                .build();

        assertThat(send(post).statusCode()).isEqualTo(413);
        assertThat(commandRequests()).isEmpty();
    }

    @Test
    void everyPlaceholderMustBeKnown() {
        assertThatThrownBy(
                        () -> NginxServer.render("listen ${NGINX_LISTEN} ${NGINX_TYPO};", Map.of("NGINX_LISTEN", "1")))
                .hasMessageContaining("NGINX_TYPO");
    }

    private StubUpstream opened(String name) {
        try {
            StubUpstream upstream = new StubUpstream(name);
            opened.add(upstream);
            return upstream;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> commandRequests() {
        return Stream.of(command, otherCommand)
                .flatMap(upstream -> upstream.requests().stream())
                .toList();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path).build());
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
