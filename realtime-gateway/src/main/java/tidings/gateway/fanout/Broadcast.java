package tidings.gateway.fanout;

import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.gateway.frame.EncodedFrame;
import tidings.gateway.frame.ServerFrame;

/** What gateways tell one another. */
public sealed interface Broadcast {

    /** On a channel's topic: something was recorded. */
    record Recorded(ServerFrame.Event event) implements Broadcast {}

    /** On a channel's topic: a frame that is shown once and never stored, such as typing, to all but its sender. */
    record Signal(AccountId from, EncodedFrame frame) implements Broadcast {}

    /** On an account's topic: it became a member of a channel by the event of that seq. */
    record Joined(ChannelId channelId, long seq) implements Broadcast {}

    /** On an account's topic: it has read a channel up to a seq, on the device of that number. */
    record Read(ChannelId channelId, long seq, long device) implements Broadcast {}

    /** On the presence topic: what one gateway tells the others of its people, in the form of `presence`. */
    record Gossip(byte[] message) implements Broadcast {}

    /** On an account's topic: the session's sockets must close. */
    record SessionEnded(String sessionId) implements Broadcast {}
}
