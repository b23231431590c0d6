package tidings.command.channel;

import java.time.Clock;

/** What a channel asks beyond its own state when it decides. Everything but the clock blocks on the database. */
public record DecisionContext(MessageLog log, Directory directory, ChannelNames names, Clock clock) {}
