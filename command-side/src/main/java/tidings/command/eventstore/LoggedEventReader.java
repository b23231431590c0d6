package tidings.command.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import tidings.events.EventHeaders;
import tidings.events.EventType;
import tidings.events.upcasting.UpcasterChain;
import tools.jackson.databind.json.JsonMapper;

/** Reads an event from its row, in its type's current revision. */
final class LoggedEventReader {

    private final EventUpcasting upcasting = new EventUpcasting(UpcasterChain.CURRENT, new EventJson());
    private final JsonMapper json = JsonMapper.builder().build();

    LoggedEvent read(ResultSet row) throws SQLException {
        EventType type =
                new EventType(row.getString("payload_type"), Integer.parseInt(row.getString("payload_revision")));
        byte[] data = row.getBytes("payload");
        if (upcasting.reads(type)) {
            UpcasterChain.Typed raised = upcasting.upcast(type, data);
            type = raised.type();
            data = upcasting.write(raised);
        }
        return new LoggedEvent(
                row.getLong("sequence_number"),
                row.getLong("time_stamp"),
                type.name(),
                actorOf(row.getBytes("meta_data")),
                data);
    }

    private @Nullable String actorOf(byte[] metaData) {
        return json.readTree(metaData)
                .path(EventHeaders.ACTOR_ID_METADATA)
                .asStringOpt()
                .orElse(null);
    }
}
