package tidings.query.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;

/**
 * An event of a channel, as the socket shows it too.
 *
 * @param event the name of its type
 * @param json its data
 */
public record RecordedChannelEvent(
        ChannelId channelId,
        long seq,
        Instant at,
        String event,
        @Nullable AccountId actorId,
        String json) {}
