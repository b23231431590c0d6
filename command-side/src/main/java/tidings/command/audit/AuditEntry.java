package tidings.command.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An administrative act, as administrators see it.
 *
 * @param id grows with time
 * @param accountId whose account it changed
 * @param actorId who did it
 * @param data the event's JSON
 */
record AuditEntry(
        long id, String type, String accountId, @Nullable String actorId, Instant at, JsonNode data) {}
