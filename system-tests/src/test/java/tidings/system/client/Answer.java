package tidings.system.client;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;

/** The answer to an HTTP call; the body is an empty object where there was none. */
public record Answer(int status, JsonNode body) {

    /** Fails the test unless the status is the expected one. */
    public JsonNode expect(int expected) {
        assertThat(status).as("status of %s", body).isEqualTo(expected);
        return body;
    }

    public String text(String field) {
        return body.path(field).asString();
    }
}
