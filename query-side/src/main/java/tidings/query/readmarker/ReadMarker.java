package tidings.query.readmarker;

import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;

/** Up to which seq an account has read a channel. */
public record ReadMarker(AccountId accountId, ChannelId channelId, long seq) {}
