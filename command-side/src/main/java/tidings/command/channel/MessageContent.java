package tidings.command.channel;

import org.jspecify.annotations.Nullable;
import tidings.events.channel.ChannelEvent.MessagePosted;
import tidings.events.channel.Forwarded;
import tidings.events.channel.MessageId;

/**
 * All that an author said with a new message: what two sends under one {@code clientMessageId} must have in common
 * (ADR-0008).
 *
 * @param body null where the message shows another one: whatever that says by then, it is the same request
 */
public record MessageContent(
        @Nullable ContentDigest body,
        @Nullable MessageId replyTo,
        @Nullable MessageId forwardOf) {

    public static MessageContent written(ContentDigest body, @Nullable MessageId replyTo) {
        return new MessageContent(body, replyTo, null);
    }

    public static MessageContent forwarded(MessageId original) {
        return new MessageContent(null, null, original);
    }

    static MessageContent of(MessagePosted posted, ContentDigest body) {
        Forwarded original = posted.forwardedFrom();
        return original == null ? written(body, posted.replyTo()) : forwarded(original.messageId());
    }
}
