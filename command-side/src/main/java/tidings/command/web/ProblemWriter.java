package tidings.command.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems, whatever the client said it accepts: also from where no controller was reached. */
final class ProblemWriter {

    private static final String CHALLENGE = "Bearer realm=\"tidings\"";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static String json(Problem problem) {
        return JSON.writeValueAsString(problem);
    }

    void write(HttpServletResponse response, ProblemException refused) throws IOException {
        if (refused.challenge() != null) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE + ", error=\"" + refused.challenge() + "\"");
        }
        write(response, refused.problem());
    }

    /** @throws IOException also when the answer has begun: then the connection breaks, which says that it is not whole */
    void write(HttpServletResponse response, Problem problem) throws IOException {
        if (response.isCommitted()) {
            throw new IOException("the answer has begun: " + problem.code());
        }
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        if (problem.isUnauthenticated() && !response.containsHeader(HttpHeaders.WWW_AUTHENTICATE)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
        }
        if (problem.retryAfterMs() != null) {
            Duration wait = Duration.ofMillis(problem.retryAfterMs());
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, Long.toString(wait.plusMillis(999).toSeconds()));
        }
        byte[] body = json(problem).getBytes(StandardCharsets.UTF_8);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
