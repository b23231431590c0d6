package tidings.command.channel;

import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.events.channel.MessageId;

/**
 * A message that is to be forwarded.
 *
 * @param body the present one
 */
public record Original(ChannelId channelId, MessageId messageId, AccountId authorId, String body) {}
