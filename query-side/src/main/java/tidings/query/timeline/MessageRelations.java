package tidings.query.timeline;

import org.jspecify.annotations.Nullable;
import tidings.events.channel.ChannelEvent;
import tidings.events.channel.Forwarded;
import tidings.events.channel.Mentions;
import tidings.events.channel.MessageId;

/** What ties a message to others, beside what it answers. */
record MessageRelations(
        @Nullable MessageId threadRoot,
        @Nullable Mentions mentions,
        @Nullable Forwarded forwardedFrom) {

    static final MessageRelations NONE = new MessageRelations(null, null, null);

    /** The root of a thread is kept only where it is not what is answered. */
    static MessageRelations of(ChannelEvent.MessagePosted posted) {
        MessageId root = posted.threadRoot();
        return new MessageRelations(
                root == null || root.equals(posted.replyTo()) ? null : root, posted.mentions(), posted.forwardedFrom());
    }
}
