package tidings.gateway.fanout;

import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;

/**
 * What gateways subscribe to: a channel, for its events and signals, an account, for what concerns its sockets, or the
 * one on which gateways tell one another who is present.
 */
public record Topic(String name) {

    public static final Topic PRESENCE = new Topic("presence");

    public static Topic of(ChannelId channelId) {
        return new Topic("c:" + channelId);
    }

    public static Topic of(AccountId accountId) {
        return new Topic("a:" + accountId);
    }
}
