package tidings.query.timeline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.events.channel.Forwarded;
import tidings.events.channel.Mentions;
import tidings.events.channel.MessageId;

/**
 * A message as it stands now.
 *
 * @param body null when the message is deleted
 * @param createdAt when it was written, for an imported message in the system that it came from
 * @param replyCount replies that are not deleted
 * @param threadRootId null where it begins a thread, or answers none
 * @param mentions nobody when the message is deleted
 * @param forwardedFrom null when the body was written here, or is deleted
 */
public record MessageView(
        MessageId id,
        ChannelId channelId,
        long seq,
        AccountId authorId,
        @Nullable String body,
        Instant createdAt,
        @Nullable Instant editedAt,
        @Nullable Instant deletedAt,
        @Nullable MessageId replyToId,
        int replyCount,
        @Nullable MessageId threadRootId,
        Mentions mentions,
        @Nullable Forwarded forwardedFrom) {

    public boolean deleted() {
        return deletedAt != null;
    }
}
