package tidings.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tidings.command.running.Answer;
import tidings.command.running.CommandNodeTest;
import tidings.command.running.Rest;

@CommandNodeTest
class BadInputIT {

    private Rest rest = new Rest(0);
    private int port;

    @BeforeEach
    void connect(@LocalServerPort int localPort) {
        port = localPort;
        rest = new Rest(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "{\"username\"",
                "{\"username\":}",
                "{username:\"ada\"}",
                "{'username':'ada'}",
                "{\"username\":\"ada\",}",
                "{\"username\":\"ada\"} {}",
                "[[[[",
                "nul",
                "\u0000",
                "{\"a\":\"\u0001\"}",
                "{\"a\":1e99999}}",
                "<xml/>",
                "username=ada"
            })
    void refusesMalformedJson(String body) {
        Answer answer = rest.send("POST", "/api/sessions", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertProblem(answer, "BAD_FRAME");
    }

    @Test
    void refusesBytesThatAreNoUtf8() {
        byte[] body = "{\"username\":\"a?b\",\"password\":\"correct horse\"}".getBytes(StandardCharsets.US_ASCII);
        body[15] = (byte) 0xff;
        Answer answer = Rest.send(
                request("/api/sessions").POST(BodyPublishers.ofByteArray(body)).build());
        assertThat(answer.status()).isEqualTo(400);
        assertProblem(answer, "BAD_FRAME");
    }

    @Test
    void refusesDeepNesting() {
        Answer answer = rest.send("POST", "/api/sessions", "{\"x\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}");
        assertThat(answer.status()).isEqualTo(400);
        assertProblem(answer, "BAD_FRAME");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/",
        "GET,/api",
        "GET,/api/nothing",
        "POST,/api/accounts/x/y",
        "GET,/favicon.ico",
        "GET,/internal/nothing",
        "GET,/actuator",
        "GET,/api/accounts/../../etc/passwd",
        "GET,/%2e%2e/etc"
    })
    void doesNotKnowOtherRoutes(String method, String path) {
        Answer answer = rest.send(method, path, null);
        assertThat(answer.status()).isIn(404, 400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.code()).isIn("NOT_FOUND", "BAD_FRAME");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/api/accounts,POST",
        "PUT,/api/sessions,POST",
        "GET,/api/sessions/current,DELETE",
        "DELETE,/api/tickets,POST",
        "POST,/.well-known/jwks.json,GET"
    })
    void saysWhichMethodsARouteKnows(String method, String path, String allowed) {
        Answer answer = rest.send(method, path, null);
        assertThat(answer.status()).isEqualTo(405);
        assertProblem(answer, "METHOD_NOT_ALLOWED");
        assertThat(answer.header("Allow")).contains(allowed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "nonsense",
                "*/*",
                "application/json;charset=klingon",
                "application/json;charset=utf-16"
            })
    void refusesOtherMediaTypes(String type) {
        Answer answer = rest.send("POST", "/api/sessions", "{}", "Content-Type", type);
        assertThat(answer.status()).as(answer.text()).isEqualTo(415);
        assertProblem(answer, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void answersProblemsWhateverTheClientAccepts() {
        Answer answer = rest.send("POST", "/api/sessions", "{", "Accept", "text/html");
        assertThat(answer.status()).isEqualTo(400);
        assertProblem(answer, "BAD_FRAME");
    }

    @Test
    void refusesBodiesThatAreTooLarge() {
        String large = "{\"x\":\"" + "y".repeat(70_000) + "\"}";
        Answer declared = rest.send("POST", "/api/sessions", large);
        assertThat(declared.status()).isEqualTo(413);
        assertProblem(declared, "TOO_LARGE");

        InputStream bytes = new ByteArrayInputStream(large.getBytes(StandardCharsets.US_ASCII));
        Answer chunked = Rest.send(request("/api/sessions")
                .POST(BodyPublishers.ofInputStream(() -> bytes))
                .build());
        assertThat(chunked.status()).isEqualTo(413);
        assertProblem(chunked, "TOO_LARGE");
    }

    @ParameterizedTest
    @CsvSource({
        "POST,/api/channels",
        "POST,/api/tickets",
        "DELETE,/api/sessions/current",
        "PUT,/api/channels/x/members/me",
        "DELETE,/api/channels/x/members/me",
        "POST,/api/channels/x/messages",
        "PATCH,/api/channels/x/messages/y",
        "DELETE,/api/channels/x/messages/y",
        "PUT,/api/channels/x/messages/y/reactions/z",
        "DELETE,/api/channels/x/messages/y/reactions/z"
    })
    void asksForATokenBeforeItLooksAtAnything(String method, String path) {
        Answer answer = rest.send(method, path, "{");
        assertThat(answer.status()).isEqualTo(401);
        assertProblem(answer, "UNAUTHENTICATED");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"tidings\"");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/internal/events",
        "POST,/internal/imports/accounts",
        "POST,/internal/imports/channels",
        "POST,/internal/imports/messages"
    })
    void keepsTheInternalCallsForTheServices(String method, String path) {
        assertThat(rest.send(method, path, "{").status()).isEqualTo(401);
        Answer wrong = rest.send(method, path, "{", "Tidings-Internal-Secret", "guess");
        assertThat(wrong.status()).isEqualTo(401);
        assertProblem(wrong, "UNAUTHENTICATED");
        String token = rest.person("ada").accessToken();
        assertThat(rest.send(method, path, "{", "Authorization", "Bearer " + token)
                        .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/%zz HTTP/1.1",
                "GET /api/a|b HTTP/1.1",
                "NONSENSE\u0001 / HTTP/1.1",
                "GET /api/accounts HTTP/9.9",
                "GET /api/channels/%2F/x HTTP/1.1"
            })
    void answersProblemsToWhatIsHardlyHttp(String requestLine) throws IOException {
        String answer = raw(requestLine + "\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 ").doesNotContain("Apache", "<html");
        assertThat(answer.substring(9, 10)).isIn("4", "5");
        assertThat(answer).containsIgnoringCase("Content-Type: application/problem+json");
    }

    @Test
    void refusesHeadersWithoutEnd() throws IOException {
        String answer = raw("GET /api/accounts HTTP/1.1\r\nHost: x\r\nX: " + "y".repeat(20_000) + "\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("Apache");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void refusesTooManyHeadersWithAProblemAndWithoutAStackInTheLog(CapturedOutput output) throws IOException {
        String answer =
                raw("GET /api/accounts HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + "X: y\r\n".repeat(150) + "\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json", "\"code\":\"BAD_FRAME\"");
        assertThat(output.getAll()).doesNotContain("allowed number of headers");
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(rest.base() + path)).header("Content-Type", "application/json");
    }

    private static void assertProblem(Answer answer, String code) {
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().get("status").asInt()).isEqualTo(answer.status());
        assertThat(answer.json().propertyNames()).contains("type", "title", "status", "detail", "code");
        assertThat(answer.text()).doesNotContain("Exception", "tidings.command", "jackson");
    }

    @Test
    void revealsNothingOfItself() {
        Answer answer = rest.post("/api/sessions", null, Map.of("username", "x", "password", "y"));
        assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by");
    }
}
