package tidings.command.channel;

/**
 * A channel as its member finds it.
 *
 * @param headSeq its last event
 * @param joinedSeq the event by which the member joined, the last time
 */
public record OwnChannel(long headSeq, long joinedSeq) {}
