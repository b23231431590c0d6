package tidings.events.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tidings.events.EventRevision;
import tidings.events.account.AccountId;

/**
 * Everything that happens in a channel. An event's place is its aggregate sequence number, the channel's {@code seq}:
 * gap-free, from 0. Who did it and when stand in the envelope ({@link tidings.events.RecordedEvent}), so the JSON of an
 * event is exactly the {@code data} of the socket's {@code event} frame.
 */
public sealed interface ChannelEvent {

    /** The first event of every channel. Direct channels have no name. */
    @EventRevision(1)
    record ChannelOpened(@Nullable String name, @Nullable String topic, Visibility visibility)
            implements ChannelEvent {}

    /** An account became a member, by itself or added by the actor. */
    @EventRevision(1)
    record MemberJoined(AccountId memberId, Role role) implements ChannelEvent {}

    /** A member left, or was removed by the actor. */
    @EventRevision(1)
    record MemberLeft(AccountId memberId) implements ChannelEvent {}

    /** The actor wrote a message. The body is in Unicode normalisation form C. */
    @EventRevision(1)
    record MessagePosted(
            MessageId messageId,
            ClientMessageId clientMessageId,
            String body,
            @Nullable MessageId replyTo) implements ChannelEvent {}

    /**
     * A message from another system was taken over, with its facts: the actor is its author there.
     *
     * @param writtenAt when it was written there
     * @param editedAt when it was last edited there; null if never
     * @param source where it comes from, such as {@code slack}
     */
    @EventRevision(1)
    record MessageImported(
            MessageId messageId,
            ClientMessageId clientMessageId,
            Instant writtenAt,
            @Nullable Instant editedAt,
            String source,
            String body,
            @Nullable MessageId replyTo)
            implements ChannelEvent {}

    /** The body of a message was replaced; earlier bodies stay in the log. */
    @EventRevision(1)
    record MessageEdited(MessageId messageId, String body) implements ChannelEvent {}

    /** A message was withdrawn; a tombstone stays in its place. */
    @EventRevision(1)
    record MessageDeleted(MessageId messageId) implements ChannelEvent {}

    /** The actor reacted to a message; once per actor, message and emoji. */
    @EventRevision(1)
    record ReactionAdded(MessageId messageId, String emoji) implements ChannelEvent {}

    /** The actor took a reaction back. */
    @EventRevision(1)
    record ReactionRemoved(MessageId messageId, String emoji) implements ChannelEvent {}
}
