package tidings.query.graphql;

import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import tidings.query.history.RecordedChannelEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event's data as JSON rather than as a string of it. A forwarded message says who wrote it, not where: that channel may be
 * hidden from those who read it here. {@code Message.forwardedFrom} knows who may see it.
 */
@Controller
final class EventController {

    private final JsonMapper json = JsonMapper.builder().build();

    @SchemaMapping(typeName = "ChannelEvent")
    Object data(RecordedChannelEvent event) {
        JsonNode data = json.readTree(event.json());
        if (data.path("forwardedFrom") instanceof ObjectNode origin) {
            origin.retain("authorId");
        }
        return json.convertValue(data, Object.class);
    }
}
