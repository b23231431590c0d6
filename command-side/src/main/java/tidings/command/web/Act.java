package tidings.command.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** @param data the event's own JSON */
record Act(long id, String type, String accountId, @Nullable String actorId, Instant at, JsonNode data) {}
