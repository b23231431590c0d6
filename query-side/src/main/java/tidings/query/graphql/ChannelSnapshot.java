package tidings.query.graphql;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tidings.events.channel.Visibility;
import tidings.query.channels.ChannelView;
import tidings.query.history.Moment;

/** A channel as it stood at a moment. Its name, topic and visibility never change. */
public record ChannelSnapshot(ChannelView channel, Moment moment) {

    public long seq() {
        return moment.seq();
    }

    public Instant at() {
        return moment.at();
    }

    public @Nullable String name() {
        return channel.name();
    }

    public @Nullable String topic() {
        return channel.topic();
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
