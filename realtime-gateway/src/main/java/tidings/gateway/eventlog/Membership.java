package tidings.gateway.eventlog;

import tidings.events.channel.ChannelId;

/** A channel of an account; {@code readSeq} is -1 when nothing was read yet. */
public record Membership(ChannelId channelId, long headSeq, long readSeq) {}
