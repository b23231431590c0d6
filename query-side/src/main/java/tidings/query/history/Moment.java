package tidings.query.history;

import java.time.Instant;
import tidings.events.channel.ChannelId;

/** A channel right after one of its events. */
public record Moment(ChannelId channelId, long seq, Instant at, int memberCount, int messageCount) {}
