package tidings.events.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tidings.events.EventRevision;
import tidings.events.account.AccountId;
import tidings.events.emoji.Emoji;

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

    /**
     * The actor wrote a message. The body is in Unicode normalisation form C. Components that say nothing are left out
     * of the JSON, so a plain message is byte for byte what revision 1 wrote.
     *
     * @param replyTo the message that it answers, in this channel; it may be an answer itself
     * @param threadRoot the message that began the thread; null where this message begins one, or answers none
     * @param mentions null when nobody is mentioned
     * @param forwardedFrom null when the body was written here
     */
    @EventRevision(2)
    record MessagePosted(
            MessageId messageId,
            ClientMessageId clientMessageId,
            String body,
            @Nullable MessageId replyTo,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable MessageId threadRoot,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Mentions mentions,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Forwarded forwardedFrom)
            implements ChannelEvent {

        /** A message that mentions nobody; where it is an answer, to a message that began the thread. */
        public MessagePosted(
                MessageId messageId, ClientMessageId clientMessageId, String body, @Nullable MessageId replyTo) {
            this(messageId, clientMessageId, body, replyTo, replyTo, null, null);
        }
    }

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

    /**
     * The body of a message was replaced, and its mentions with it; earlier bodies stay in the log.
     *
     * @param mentions null, and left out of the JSON, when nobody is mentioned
     */
    @EventRevision(2)
    record MessageEdited(
            MessageId messageId,
            String body,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Mentions mentions) implements ChannelEvent {

        /** A body that mentions nobody. */
        public MessageEdited(MessageId messageId, String body) {
            this(messageId, body, null);
        }
    }

    /** A message was withdrawn; a tombstone stays in its place. */
    @EventRevision(1)
    record MessageDeleted(MessageId messageId) implements ChannelEvent {}

    /** The actor reacted to a message; once per actor, message and emoji. Emoji of old events read in canonical spelling. */
    @EventRevision(1)
    record ReactionAdded(MessageId messageId, String emoji) implements ChannelEvent {

        public ReactionAdded {
            emoji = Emoji.canonicalOrSame(emoji);
        }
    }

    /** The actor took a reaction back. */
    @EventRevision(1)
    record ReactionRemoved(MessageId messageId, String emoji) implements ChannelEvent {

        public ReactionRemoved {
            emoji = Emoji.canonicalOrSame(emoji);
        }
    }

    /** What changes the channel itself: a reader of messages and members may pass over all of these. */
    sealed interface ChannelSetting extends ChannelEvent {}

    /** The channel has another name; the one before is free again. */
    @EventRevision(1)
    record ChannelRenamed(String name) implements ChannelSetting {}

    /** What is being talked about, in one line; null when it was taken away. */
    @EventRevision(1)
    record TopicChanged(@Nullable String topic) implements ChannelSetting {}

    /** What the channel is for; null when it was taken away. */
    @EventRevision(1)
    record DescriptionChanged(@Nullable String description) implements ChannelSetting {}

    /** Nothing is written any more, but everything can still be read. */
    @EventRevision(1)
    record ChannelArchived() implements ChannelSetting {}

    /** The channel can be written to again. */
    @EventRevision(1)
    record ChannelUnarchived() implements ChannelSetting {}

    /** How many seconds a member waits between two messages; 0 for not at all. */
    @EventRevision(1)
    record SlowModeSet(int seconds) implements ChannelSetting {}

    /** Whether only moderators and above post. */
    @EventRevision(1)
    record AnnouncementModeSet(boolean on) implements ChannelSetting {}

    /** Whether guests only read. */
    @EventRevision(1)
    record GuestsReadOnlySet(boolean on) implements ChannelSetting {}

    /** What changes somebody's standing in the channel, other than joining and leaving. */
    sealed interface MemberStanding extends ChannelEvent {}

    /** A member has another role. */
    @EventRevision(1)
    record RoleChanged(AccountId memberId, Role role) implements MemberStanding {}

    /**
     * An account may neither join the channel nor be added to it, nor read it. Where it was a member, {@link MemberLeft}
     * stands right before, appended together with this event.
     */
    @EventRevision(1)
    record MemberBanned(AccountId memberId) implements MemberStanding {}

    /** An account may join again, or be added; it is no member by that. */
    @EventRevision(1)
    record MemberUnbanned(AccountId memberId) implements MemberStanding {}

    /** What keeps a message in view. */
    sealed interface Pinning extends ChannelEvent {}

    /** A message was pinned. Deleting it unpins it, without another event. */
    @EventRevision(1)
    record MessagePinned(MessageId messageId) implements Pinning {}

    /** A message is pinned no more. */
    @EventRevision(1)
    record MessageUnpinned(MessageId messageId) implements Pinning {}
}
