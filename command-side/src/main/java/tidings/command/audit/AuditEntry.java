package tidings.command.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An act.
 *
 * @param id grows with time
 * @param accountId whose account it changed
 * @param actorId who did it
 * @param data the event's JSON
 */
public record AuditEntry(
        long id, String type, String accountId, @Nullable String actorId, Instant at, JsonNode data) {}
