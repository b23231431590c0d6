package tidings.query.timeline;

import java.util.UUID;
import tidings.events.channel.MessageId;
import tidings.query.views.BinaryId;

/** Where the views keep a message. */
record MessageKey(UUID channel, MessageId message) {

    byte[] channelKey() {
        return BinaryId.of(channel);
    }

    byte[] messageKey() {
        return BinaryId.of(message.value());
    }
}
