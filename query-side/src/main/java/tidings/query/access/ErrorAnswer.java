package tidings.query.access;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** A GraphQL error for requests that do not get as far as GraphQL. */
public final class ErrorAnswer {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ErrorAnswer() {}

    public static void send(HttpServletResponse response, int status, String code, String message) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(json(code, message).getBytes(StandardCharsets.UTF_8));
    }

    static String json(String code, String message) {
        return JSON.writeValueAsString(
                Map.of("errors", List.of(Map.of("message", message, "extensions", Map.of("code", code)))));
    }
}
