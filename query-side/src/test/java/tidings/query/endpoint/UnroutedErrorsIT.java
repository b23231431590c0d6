package tidings.query.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tidings.query.fixture.QueryWorld;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class UnroutedErrorsIT {

    @ParameterizedTest
    @CsvSource({
        "PUT,    /health/live,     405, METHOD_NOT_ALLOWED, GET",
        "DELETE, /health/ready,    405, METHOD_NOT_ALLOWED, GET",
        "GET,    /archive/general, 404, NOT_FOUND,          ",
        "GET,    /error,           404, NOT_FOUND,          ",
        "POST,   /health/else,     404, NOT_FOUND,          ",
    })
    void areProblemsThatNameTheMethodsThatThereAre(String method, String path, int status, String code, String allow)
            throws Exception {
        HttpRequest request = HttpRequest.newBuilder(QueryWorld.shared().node().url(path))
                .header("Accept", "text/html")
                .method(method, BodyPublishers.noBody())
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = JsonMapper.builder().build().readTree(answer.body());
        assertThat(problem.path("code").asString()).isEqualTo(code);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        if (allow != null) {
            assertThat(answer.headers().firstValue("Allow").orElse("")).contains(allow);
        }
    }
}
