package tidings.query.channels;

import org.jspecify.annotations.Nullable;
import tidings.events.channel.ChannelId;
import tidings.events.channel.Visibility;

/**
 * A channel that the asker may read: only {@link ChannelQueries} makes it, and only after it has looked.
 *
 * @param seq its last projected event
 * @param messageCount messages that are not deleted
 * @param member whether the asker is a member
 */
public record ChannelView(
        ChannelId id,
        long seq,
        @Nullable String name,
        @Nullable String topic,
        Visibility visibility,
        int memberCount,
        int messageCount,
        boolean member) {}
