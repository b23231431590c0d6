package tidings.query.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tidings.events.channel.ChannelId;

/** A channel right after one of its events, with the name and the topic that it had then. */
public record ChannelAsOf(
        ChannelId channelId,
        long seq,
        Instant at,
        int memberCount,
        int messageCount,
        @Nullable String name,
        @Nullable String topic) {}
