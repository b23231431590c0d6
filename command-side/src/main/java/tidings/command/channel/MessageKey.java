package tidings.command.channel;

import tidings.events.account.AccountId;
import tidings.events.channel.ClientMessageId;

/** What names a message within its channel for its author: the idempotency key. */
public record MessageKey(AccountId authorId, ClientMessageId clientMessageId) {}
