package tidings.query.graphql;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tidings.events.channel.Visibility;
import tidings.query.channels.ChannelView;
import tidings.query.history.ChannelAsOf;

/** A channel as it stood at a moment. Its visibility never changes. */
public record ChannelSnapshot(ChannelView channel, ChannelAsOf moment) {

    public long seq() {
        return moment.seq();
    }

    public Instant at() {
        return moment.at();
    }

    public @Nullable String name() {
        return moment.name();
    }

    public @Nullable String topic() {
        return moment.topic();
    }

    public Visibility visibility() {
        return channel.visibility();
    }

    public int memberCount() {
        return moment.memberCount();
    }

    public int messageCount() {
        return moment.messageCount();
    }
}
