package tidings.events;

import java.util.List;
import java.util.stream.Stream;

/** One example of every event. */
public final class Examples {

    private Examples() {}

    public static List<Object> all() {
        return Stream.of(MessageExamples.ALL, ChannelExamples.ALL, AccountExamples.ALL)
                .flatMap(List::stream)
                .toList();
    }
}
