package tidings.gateway.fanout;

import tidings.events.channel.ChannelId;

/** The names in Redis. A channel's replay buffer is a stream whose entry of the event with seq n has the id 1-n. */
final class ReplayKeys {

    /** The one field of an entry. */
    static final String FIELD = "e";

    private final String prefix;

    ReplayKeys(FanoutProperties properties) {
        this.prefix = properties.prefix();
    }

    String topic(Topic topic) {
        return prefix + topic.name();
    }

    String replay(ChannelId channelId) {
        return prefix + "r:" + channelId;
    }

    static String entryId(long seq) {
        return "1-" + seq;
    }
}
