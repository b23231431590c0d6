package tidings.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tidings.command.running.Answer;
import tidings.command.running.CommandNodeTest;
import tidings.command.running.Payloads;
import tidings.command.running.Rest;

/** The JSON test suite against the REST interface. */
@CommandNodeTest
class JsonCasesIT {

    /** RFC 8259 leaves them to the reader, and two readers of one text must not read two things. */
    private static final Set<String> NAMES_TWICE =
            Set.of("y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json");

    private Rest rest = new Rest(0);
    private final Map<String, byte[]> cases = new TreeMap<>(Payloads.jsonCases());

    @BeforeEach
    void connect(@LocalServerPort int port) {
        rest = new Rest(port);
        cases.put("y_own", "[{\"a\":[1.5e3,\"\\ud83d\\ude00\",null]}]".getBytes(StandardCharsets.UTF_8));
        cases.put("n_own", "[1,]".getBytes(StandardCharsets.UTF_8));
    }

    /** In a field that nobody knows, it must be JSON and nothing more. */
    @Test
    void ignoresWhatItDoesNotKnowAsLongAsItIsJson() {
        cases.forEach((name, json) -> {
            Answer answer = send("{\"username\":\"no one\",\"password\":\"x\",\"extra\":", json, "}");
            if (name.startsWith("i_")) {
                assertThat(answer.status()).as(name).isIn(400, 401);
            } else if (name.startsWith("n_") || NAMES_TWICE.contains(name)) {
                assertThat(answer.code()).as(name).isIn("BAD_FRAME", "TOO_LARGE");
            } else {
                assertThat(answer.code()).as(name).isEqualTo("UNAUTHENTICATED");
            }
        });
    }

    @Test
    void refusesAllOfThemAsRequests() {
        cases.forEach(
                (name, json) -> assertThat(send("", json, "").code()).as(name).isIn("BAD_FRAME", "TOO_LARGE"));
    }

    private Answer send(String before, byte[] json, String behind) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(before.getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(json);
        body.writeBytes(behind.getBytes(StandardCharsets.US_ASCII));
        return Rest.send(HttpRequest.newBuilder(URI.create(rest.base() + "/api/sessions"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }
}
