package tidings.gateway.eventlog;

/** Whether an account may read a channel, is a member, and the channel's last seq at that moment. */
public record ChannelAccess(boolean mayRead, boolean member, long headSeq) {}
