package tidings.command.channel;

import java.time.Clock;

/** What a channel asks beyond itself when it decides. Everything but the clock blocks on the database. */
public record Surroundings(MessageLog log, Directory directory, ChannelNames names, Clock clock) {}
