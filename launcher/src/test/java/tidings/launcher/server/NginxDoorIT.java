package tidings.launcher.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidings.launcher.process.FreePorts;
import tidings.launcher.process.LeashedProcess;
import tidings.launcher.provision.NginxProgram;
import tidings.launcher.provision.ProgramCache;
import tidings.launcher.provision.ProjectRoot;

/** What the real template refuses, believes and writes down, in a real nginx in front of stub services. */
class NginxDoorIT {
    @TempDir
    Path temporary = Path.of("");

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<AutoCloseable> opened = new ArrayList<>();
    private final StubUpstream command = opened("command");
    private final StubUpstream query = opened("query");
    private final StubUpstream gateway = opened("gateway");
    private int port;

    @BeforeEach
    void start() throws IOException {
        Path web = Files.createDirectories(temporary.resolve("web/assets"));
        Files.writeString(web.resolveSibling("index.html"), "page");
        start(List.of());
    }

    private void start(List<String> trustedProxies) {
        port = FreePorts.next();
        LeashedProcess nginx = nginx(trustedProxies).prepare().start();
        opened.add(nginx::kill);
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : opened.reversed()) {
            each.close();
        }
        client.close();
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

    private NginxServer nginx(List<String> trustedProxies) {
        return new NginxServer(
                NginxProgram.locate(ProgramCache.ofUser()),
                ProjectRoot.find().resolve("nginx/nginx.conf.template"),
                temporary.resolve("web"),
                temporary.resolve("nginx-" + port),
                temporary.resolve("logs"),
                "127.0.0.1:" + port,
                new NginxServer.Upstreams(
                        List.of(command.port()), List.of(query.port()), List.of("127.0.0.1:" + gateway.port())),
                trustedProxies,
                NginxSize.forProcessors(2));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private String body(HttpRequest request) throws Exception {
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private static void isProblem(String answer, int status, String code) {
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .containsIgnoringCase("Content-Type: application/problem+json")
                .contains("\"status\":" + status, "\"code\":\"" + code + "\"");
    }

    /** What no HTTP client would send. Where nginx hangs up before it has read everything, what it answered counts. */
    private String raw(String request) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            try {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                socket.getInputStream().transferTo(answer);
            } catch (SocketException hungUp) {
                drain(socket, answer);
            }
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    private static void drain(Socket socket, ByteArrayOutputStream answer) {
        try {
            socket.getInputStream().transferTo(answer);
        } catch (IOException hungUp) {
            assertThat(hungUp).isNotNull();
        }
    }

    private String plain(String line) throws IOException {
        return raw(line + "\r\nHost: x\r\nConnection: close\r\n\r\n");
    }

    @Test
    void refusesWithProblemsWhateverIsWrong() throws Exception {
        isProblem(raw("nonsense\r\n\r\n"), 400, "BAD_FRAME");
        isProblem(raw("GET / HTTP/1.1\r\n\r\n"), 400, "BAD_FRAME");
        isProblem(plain("GET /internal/x HTTP/1.1"), 404, "NOT_FOUND");
        isProblem(plain("GET /assets/gone.js HTTP/1.1"), 404, "NOT_FOUND");
        isProblem(plain("GET /health/else HTTP/1.1"), 404, "NOT_FOUND");
        isProblem(plain("GET /health HTTP/1.1"), 404, "NOT_FOUND");
        isProblem(plain("GET /api HTTP/1.1"), 404, "NOT_FOUND");
        isProblem(plain("POST /api HTTP/1.1"), 404, "NOT_FOUND");
        isProblem(plain("GET /archive HTTP/1.1"), 404, "NOT_FOUND");
        isProblem(plain("POST / HTTP/1.1"), 405, "METHOD_NOT_ALLOWED");
        isProblem(
                raw("POST /api/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 2000000\r\n\r\n"),
                413,
                "TOO_LARGE");
        isProblem(plain("GET /" + "x".repeat(40_000) + " HTTP/1.1"), 414, "URI_TOO_LONG");
        isProblem(
                raw("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX: " + "x".repeat(40_000) + "\r\n\r\n"),
                431,
                "REQUEST_HEADER_FIELDS_TOO_LARGE");
        isProblem(
                raw("POST /api/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: odd\r\n\r\n"),
                501,
                "NOT_IMPLEMENTED");
        command.hangUp();
        isProblem(plain("POST /api/x HTTP/1.1"), 502, "UNAVAILABLE");
    }

    /** A service sees how slowly a body comes, and can end it. */
    @Test
    void letsAServiceAnswerBeforeAllOfABodyIsThere() throws IOException {
        command.answerWith(409);
        command.readNoBody();
        for (String length : List.of("Content-Length: 60000", "Transfer-Encoding: chunked")) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.getOutputStream()
                        .write(("POST /api/sessions HTTP/1.1\r\nHost: x\r\n" + length + "\r\n\r\n1\r\n{\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                assertThat(firstLine(socket)).as(length).startsWith("HTTP/1.1 409");
            }
        }
    }

    private static String firstLine(Socket socket) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = socket.getInputStream().read();
                next >= 0 && next != '\n';
                next = socket.getInputStream().read()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.US_ASCII);
    }

    @Test
    void refusesBodiesThatNoServiceTakes() throws IOException {
        String large = "Content-Length: 65537\r\n\r\n";
        isProblem(raw("POST /api/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + large), 413, "TOO_LARGE");
        isProblem(raw("POST /api/hooks/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + large), 413, "TOO_LARGE");
        String larger = "Content-Length: 262145\r\n\r\n";
        isProblem(raw("POST /graphql HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + larger), 413, "TOO_LARGE");
    }

    @Test
    void everyCodeIsInTheDocument() throws Exception {
        Path root = ProjectRoot.find();
        String document = Files.readString(root.resolve("docs/openapi.yaml"));
        List<String> codes = Pattern.compile("\"code\":\"([A-Z_]+)\"")
                .matcher(Files.readString(root.resolve("nginx/nginx.conf.template")))
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(codes)
                .hasSizeGreaterThan(10)
                .allSatisfy(code -> assertThat(document).contains("`" + code + "`"));
    }

    @Test
    void believesNobodyWhoSaysWhereItComesFrom() throws Exception {
        for (String path : List.of("/api/x", "/graphql", "/ws", "/health/ready")) {
            HttpRequest forged = request(path)
                    .header("X-Forwarded-For", "192.0.2.7")
                    .header("X-Real-IP", "192.0.2.8")
                    .header("Forwarded", "for=192.0.2.9")
                    .build();
            assertThat(body(forged)).as(path).contains("127.0.0.1").doesNotContain("192.0.2");
        }
    }

    @Test
    void believesTheProxiesInFrontOfIt() throws Exception {
        start(List.of("127.0.0.0/8", " 198.51.100.1 ", ""));
        HttpRequest forwarded = request("/api/x")
                .header("X-Forwarded-For", "203.0.113.9, 192.0.2.7, 198.51.100.1")
                .build();
        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(body(forwarded))
                        .contains("X-Forwarded-For=192.0.2.7")
                        .doesNotContain("203.0.113"));
    }

    @Test
    void refusesAProxyThatIsNoAddress() {
        assertThatThrownBy(() -> nginx(List.of("127.0.0.1; include x")))
                .hasMessageContaining("TIDINGS_TRUSTED_PROXIES");
    }

    @Test
    void logsNoSecretOfAPathHoweverItIsSpelled() throws Exception {
        command.hangUp();
        for (String path : List.of(
                "/api/hooks/s3cret",
                "/api/Hooks/s3cret",
                "/api//hooks//s3cret",
                "/api/%68ooks/s3cret",
                "/api/hooks%2Fs3cret",
                "/api/hooks;x=1/s3cret",
                "/api/invitations/s3cret",
                "/api/password-resets/s3cret",
                "/api/oidc/x/callback?code=s3cret")) {
            String answer = raw("POST " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(answer).as(path).startsWith("HTTP/1.1 502");
        }
        plain("POST /api/channels HTTP/1.1");
        Path access = temporary.resolve("logs/nginx-access.log");
        await().until(() -> Files.readString(access).contains("POST /api/channels 502"));
        assertThat(Files.readString(access)).contains("POST /api/hooks/*** 502").doesNotContain("s3cret");
        assertThat(Files.readString(temporary.resolve("logs/nginx.log"))).doesNotContain("s3cret");
    }
}
