package tidings.query.graphql;

import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import tidings.query.history.RecordedChannelEvent;
import tools.jackson.databind.json.JsonMapper;

/** An event's data as JSON rather than as a string of it. */
@Controller
final class EventController {

    private final JsonMapper json = JsonMapper.builder().build();

    @SchemaMapping(typeName = "ChannelEvent")
    Object data(RecordedChannelEvent event) {
        return json.readValue(event.json(), Object.class);
    }
}
