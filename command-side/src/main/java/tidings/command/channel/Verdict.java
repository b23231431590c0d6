package tidings.command.channel;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tidings.events.channel.ChannelEvent;
import tidings.events.channel.MessageId;

/**
 * What was decided: the events to record or, where there is nothing to change, the event that has already done it.
 *
 * @param messageId the message that it is about, if it is about one
 * @param already null when there are events
 */
record Verdict(
        List<ChannelEvent> events,
        @Nullable MessageId messageId,
        @Nullable EventPosition already) {

    static Verdict of(ChannelEvent... events) {
        return new Verdict(List.of(events), null, null);
    }

    static Verdict about(MessageId messageId, ChannelEvent event) {
        return new Verdict(List.of(event), messageId, null);
    }

    static Verdict already(EventPosition position) {
        return new Verdict(List.of(), null, position);
    }

    static Verdict already(MessageId messageId, EventPosition position) {
        return new Verdict(List.of(), messageId, position);
    }
}
