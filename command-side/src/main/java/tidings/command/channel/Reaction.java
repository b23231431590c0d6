package tidings.command.channel;

import tidings.events.account.AccountId;
import tidings.events.channel.MessageId;

/** Somebody's reaction to a message. */
public record Reaction(MessageId messageId, AccountId accountId, String emoji) {}
