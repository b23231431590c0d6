package tidings.query.channels;

import org.jspecify.annotations.Nullable;

/**
 * How a channel is set up.
 *
 * @param description what it is for
 * @param slowModeSeconds how long a member waits between two messages; 0 for not at all
 * @param announcement whether only moderators and above post
 */
public record ChannelSettings(
        @Nullable String description,
        boolean archived,
        int slowModeSeconds,
        boolean announcement,
        boolean guestsReadOnly) {}
