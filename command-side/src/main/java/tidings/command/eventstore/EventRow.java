package tidings.command.eventstore;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import tidings.command.channel.MessageKey;
import tidings.events.EventHeaders;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelEvent;
import tidings.events.channel.ChannelId;

/**
 * An event as the table has it, made on the thread that decided.
 *
 * @param message itself, for what else its transaction writes, and for whoever follows the log
 */
record EventRow(
        String eventId,
        String streamId,
        long seq,
        String streamType,
        SerializedObject<byte[]> payload,
        byte[] metaData,
        long atMillis,
        byte @Nullable [] messageId,
        byte @Nullable [] idempotencyKey,
        DomainEventMessage<?> message) {

    Object event() {
        return message.getPayload();
    }

    static EventRow of(DomainEventMessage<?> message, Serializer serializer) {
        Object event = message.getPayload();
        return new EventRow(
                message.getIdentifier(),
                message.getAggregateIdentifier(),
                message.getSequenceNumber(),
                message.getType(),
                message.serializePayload(serializer, byte[].class),
                message.serializeMetaData(serializer, byte[].class).getData(),
                message.getTimestamp().toEpochMilli(),
                messageIdOf(event),
                idempotencyKeyOf(event, message),
                message);
    }

    private static byte @Nullable [] messageIdOf(Object event) {
        return switch (event) {
            case ChannelEvent.MessagePosted posted ->
                UuidBytes.bytes(posted.messageId().value());
            case ChannelEvent.MessageImported imported ->
                UuidBytes.bytes(imported.messageId().value());
            default -> null;
        };
    }

    private static byte @Nullable [] idempotencyKeyOf(Object event, DomainEventMessage<?> message) {
        return switch (event) {
            case ChannelEvent.MessagePosted posted ->
                IdempotencyKeys.written(
                        ChannelId.parse(message.getAggregateIdentifier()),
                        new MessageKey(actorOf(message), posted.clientMessageId()));
            case ChannelEvent.MessageImported imported ->
                IdempotencyKeys.written(
                        ChannelId.parse(message.getAggregateIdentifier()),
                        new MessageKey(actorOf(message), imported.clientMessageId()));
            case ChannelEvent.MessageDeleted deleted -> IdempotencyKeys.deleted(deleted.messageId());
            default -> null;
        };
    }

    private static AccountId actorOf(DomainEventMessage<?> message) {
        return AccountId.parse(String.valueOf(message.getMetaData().get(EventHeaders.ACTOR_ID_METADATA)));
    }
}
