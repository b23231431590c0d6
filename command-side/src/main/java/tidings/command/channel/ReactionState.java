package tidings.command.channel;

/** Whether a reaction is there, and the event that added or removed it. */
record ReactionState(boolean there, Mark mark) {}
