package tidings.gateway.eventlog;

/** Whether an account may read a channel, and the channel's last seq at that moment. */
public record ChannelAccess(boolean mayRead, long headSeq) {}
