package tidings.command.channel;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a reaction is there, and the event that added or removed it. */
record ReactionState(boolean there, @JsonProperty("mark") EventPosition position) {}
