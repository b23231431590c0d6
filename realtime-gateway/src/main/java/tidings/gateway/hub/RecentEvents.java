package tidings.gateway.hub;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tidings.gateway.frame.EventFrames;
import tidings.gateway.frame.ServerFrame;

/** The last few events of a channel, without gaps, bounded in count and bytes: most resumes need nothing else. */
final class RecentEvents {

    private static final int MAX_EVENTS = 128;
    private static final int MAX_BYTES = 32 * 1024;

    private final ArrayDeque<ServerFrame.Event> events = new ArrayDeque<>(4);
    private int bytes;

    void add(ServerFrame.Event event) {
        if (EventFrames.deletesText(event)) {
            // what was deleted may be among them; the log gives it without the text
            clear();
        }
        events.addLast(event);
        bytes += event.encoded().json().length;
        while (events.size() > MAX_EVENTS || (bytes > MAX_BYTES && events.size() > 1)) {
            bytes -= events.removeFirst().encoded().json().length;
        }
    }

    void clear() {
        events.clear();
        bytes = 0;
    }

    /** All events after a seq up to the last, or null when some of them are not kept any more. */
    @Nullable List<ServerFrame.Event> after(long seq) {
        ServerFrame.Event first = events.peekFirst();
        if (first == null || first.seq() > seq + 1) {
            return null;
        }
        List<ServerFrame.Event> found = new ArrayList<>();
        for (ServerFrame.Event event : events) {
            if (event.seq() > seq) {
                found.add(event);
            }
        }
        return found;
    }
}
