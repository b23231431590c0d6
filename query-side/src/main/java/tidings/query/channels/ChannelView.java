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
        Settings settings) {

    /**
     * How the channel is set up.
     *
     * @param description what it is for
     * @param slowModeSeconds how long a member waits between two messages; 0 for not at all
     * @param announcement whether only moderators and above post
     */
    public record Settings(
            @Nullable String description,
            boolean archived,
            int slowModeSeconds,
            boolean announcement,
            boolean guestsReadOnly) {}

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
