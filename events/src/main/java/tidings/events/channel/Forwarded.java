package tidings.events.channel;

import tidings.events.account.AccountId;

/** Where a forwarded body was taken from, and who wrote it. Not all who see it may see that channel. */
public record Forwarded(ChannelId channelId, MessageId messageId, AccountId authorId) {}
