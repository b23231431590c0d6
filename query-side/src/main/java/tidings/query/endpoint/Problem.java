package tidings.query.endpoint;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/** A refusal of what is no query, as RFC 9457 problem+json with a stable code of docs/openapi.yaml or docs/asyncapi.yaml. */
public record Problem(
        HttpStatus status, String code, @Nullable String detail) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The body. */
    public byte[] json() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "about:blank");
        members.put("title", status.getReasonPhrase());
        members.put("status", status.value());
        members.put("code", code);
        if (detail != null) {
            members.put("detail", detail);
        }
        return JSON.writeValueAsBytes(members);
    }

    /** By the status alone. */
    static Problem of(HttpStatus status) {
        String code = switch (status.value()) {
            case 404, 405, 406, 415, 431 -> status.name();
            case 413 -> "TOO_LARGE";
            case 414 -> "URI_TOO_LONG";
            case 503 -> "UNAVAILABLE";
            default -> status.is4xxClientError() ? "BAD_FRAME" : "INTERNAL";
        };
        return new Problem(status, code, null);
    }
}
