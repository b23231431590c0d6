package tidings.command.channel;

import org.axonframework.eventhandling.DomainEventMessage;
import tidings.command.eventstore.EventKeyFactory;
import tidings.command.eventstore.EventKeys;
import tidings.events.EventHeaders;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelEvent;
import tidings.events.channel.ChannelId;
import tidings.events.channel.ClientMessageId;
import tidings.events.channel.MessageId;

/** Has the log refuse a message that is there already, and a second deletion of one. */
final class MessageKeys implements EventKeyFactory {

    @Override
    public EventKeys keysOf(DomainEventMessage<?> event) {
        return switch (event.getPayload()) {
            case ChannelEvent.MessagePosted posted -> written(event, posted.messageId(), posted.clientMessageId());
            case ChannelEvent.MessageImported imported ->
                written(event, imported.messageId(), imported.clientMessageId());
            case ChannelEvent.MessageDeleted deleted ->
                new EventKeys(null, IdempotencyKeys.deleted(deleted.messageId()));
            default -> EventKeys.NONE;
        };
    }

    private static EventKeys written(DomainEventMessage<?> event, MessageId messageId, ClientMessageId clientId) {
        AccountId author = AccountId.parse(String.valueOf(event.getMetaData().get(EventHeaders.ACTOR_ID_METADATA)));
        return new EventKeys(
                UuidBytes.bytes(messageId.value()),
                IdempotencyKeys.written(
                        ChannelId.parse(event.getAggregateIdentifier()), new MessageKey(author, clientId)));
    }
}
