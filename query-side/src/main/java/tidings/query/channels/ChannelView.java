package tidings.query.channels;

import org.jspecify.annotations.Nullable;
import tidings.events.channel.ChannelId;
import tidings.events.channel.Role;
import tidings.events.channel.Visibility;

/**
 * A channel that the asker may read: only {@link ChannelQueries} makes it, and only after it has looked.
 *
 * @param seq its last projected event
 * @param messageCount messages that are not deleted
 * @param myRole the role of the asker; null for who is no member
 */
public record ChannelView(
        ChannelId id,
        long seq,
        @Nullable String name,
        @Nullable String topic,
        Visibility visibility,
        int memberCount,
        int messageCount,
        @Nullable Role myRole,
        ChannelSettings settings) {

    public boolean member() {
        return myRole != null;
    }

    public @Nullable String description() {
        return settings.description();
    }

    public boolean archived() {
        return settings.archived();
    }

    public int slowModeSeconds() {
        return settings.slowModeSeconds();
    }

    public boolean announcement() {
        return settings.announcement();
    }

    public boolean guestsReadOnly() {
        return settings.guestsReadOnly();
    }
}
