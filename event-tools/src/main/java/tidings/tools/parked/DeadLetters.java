package tidings.tools.parked;

import java.util.List;

/**
 * Streams that the projections stopped at an event of.
 *
 * @param streams at most 1,000
 */
record DeadLetters(List<Stream> streams) {

    /**
     * @param atSeq the event that could not be applied
     * @param events that are parked: it, and those that follow it
     */
    record Stream(String streamId, long atSeq, String reason, long events) {}

    String text() {
        if (streams.isEmpty()) {
            return "No event is parked.";
        }
        StringBuilder text = new StringBuilder();
        for (Stream stream : streams) {
            text.append(String.format(
                    "%s  stopped at seq %d, %,d parked: %s%n",
                    stream.streamId(), stream.atSeq(), stream.events(), stream.reason()));
        }
        return text.append("./tidings dead-letters retry tries them again; a replay rebuilds everything.")
                .toString();
    }
}
