package tidings.tools.slack;

import java.util.List;

/**
 * One day of a channel, in time order; of equal times in the file's order.
 *
 * @param strange how many entries are no messages of any kind
 * @param broken why the file could not be read to its end; empty when it could
 */
public record SlackDay(List<SlackMessage> messages, int strange, String broken) {

    public SlackDay {
        messages = List.copyOf(messages);
    }
}
