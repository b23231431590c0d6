package tidings.command.running;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/** What came back for a request. */
public record Answer(int status, HttpHeaders headers, String text) {

    public JsonNode json() {
        return Rest.JSON.readTree(text);
    }

    public String field(String name) {
        return json().path(name).asString("");
    }

    public String code() {
        return field("code");
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }
}
