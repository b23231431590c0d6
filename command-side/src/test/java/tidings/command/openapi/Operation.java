package tidings.command.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tidings.command.running.Answer;
import tidings.command.running.Rest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** One call of the document. */
record Operation(OpenApiDocument document, String method, String path, JsonNode node, List<JsonNode> parameters) {

    private static final int FIRST_REFUSAL = 400;
    private static final int RATE_LIMITED = 429;
    private static final int BUG = 500;

    @Override
    public String toString() {
        return method + " " + path;
    }

    String id() {
        return node.path("operationId").asString();
    }

    boolean isOpen() {
        return node.path("security").isArray() && node.path("security").isEmpty();
    }

    boolean isForAdministrators() {
        return node.path("tags").valueStream().anyMatch(tag -> tag.asString().equals("administration"));
    }

    /** Null when it takes none. */
    @Nullable JsonNode bodySchema() {
        JsonNode schema = document.resolved(node.path("requestBody"))
                .path("content")
                .path("application/json")
                .path("schema");
        return schema.isMissingNode() ? null : document.resolved(schema);
    }

    /** Whether the document takes this body. */
    boolean takes(String body) {
        JsonNode schema = bodySchema();
        if (schema == null) {
            return true;
        }
        if (body.isEmpty()) {
            return !node.path("requestBody").path("required").asBoolean(true);
        }
        try {
            return document.complaints(schema, Rest.JSON.readTree(body)).isEmpty();
        } catch (JacksonException noJson) {
            return false;
        }
    }

    /** What of an answer is not as the document says. */
    List<String> complaints(Answer answer) {
        List<String> complaints = new ArrayList<>();
        JsonNode responses = node.path("responses");
        String status = Integer.toString(answer.status());
        boolean refused = answer.status() >= FIRST_REFUSAL;
        JsonNode response = document.resolved(responses.path(responses.has(status) || !refused ? status : "default"));
        if (response.isMissingNode() || answer.status() == BUG) {
            return List.of("status " + status + " " + answer.text());
        }
        response.path("headers").propertyNames().forEach(name -> {
            if (answer.header(name).isEmpty()) {
                complaints.add("no header " + name);
            }
        });
        if (answer.status() == RATE_LIMITED && !answer.header("Retry-After").matches("[0-9]+")) {
            complaints.add("429 without Retry-After");
        }
        complaints.addAll(complaintsAboutContent(response.path("content"), answer));
        if (refused && answer.json().path("status").asInt() != answer.status()) {
            complaints.add("status " + status + " in " + answer.text());
        }
        return complaints;
    }

    private List<String> complaintsAboutContent(JsonNode content, Answer answer) {
        if (content.isMissingNode()) {
            return answer.text().isEmpty() ? List.of() : List.of("an undescribed body: " + answer.text());
        }
        String type = answer.header("Content-Type").toLowerCase(Locale.ROOT).replaceAll(" *;.*", "");
        if (!content.has(type)) {
            return List.of("content type " + type + " with " + answer.status());
        }
        JsonNode schema = content.path(type).path("schema");
        List<String> complaints = new ArrayList<>(document.complaints(schema, answer.json()));
        document.undescribed(schema, answer.json()).forEach(field -> complaints.add("undescribed field " + field));
        return complaints;
    }
}
