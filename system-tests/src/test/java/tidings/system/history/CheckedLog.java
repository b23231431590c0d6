package tidings.system.history;

import static tidings.system.history.Violation.Invariant.I2_IN_ORDER;
import static tidings.system.history.Violation.Invariant.I3_NOTHING_TWICE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The event log by its places and messages, and what contradicts I2 or I3 in the log itself. */
final class CheckedLog {

    private record Place(String channelId, long seq) {}

    private final Map<Place, LoggedEvent> byPlace = new HashMap<>();
    private final Map<PostKey, LoggedEvent> postByKey = new HashMap<>();
    private final Map<String, Long> heads = new HashMap<>();
    private final List<Violation> violations = new ArrayList<>();

    CheckedLog(List<LoggedEvent> log) {
        long index = Long.MIN_VALUE;
        for (LoggedEvent event : log) {
            if (event.index() <= index) {
                broken(I2_IN_ORDER, "the log's index goes from " + index + " to " + event.index());
            }
            index = event.index();
            long expected = heads.getOrDefault(event.streamId(), -1L) + 1;
            if (event.seq() != expected) {
                broken(I2_IN_ORDER, "the log has " + event.seq() + " instead of " + expected + " in " + event);
            }
            heads.put(event.streamId(), event.seq());
            byPlace.put(new Place(event.streamId(), event.seq()), event);
            if (event.isPost()) {
                LoggedEvent earlier = postByKey.put(PostKey.of(event), event);
                if (earlier != null) {
                    broken(I3_NOTHING_TWICE, "recorded twice: " + earlier + " and " + event);
                }
            }
        }
    }

    private void broken(Violation.Invariant invariant, String what) {
        violations.add(new Violation(invariant, what));
    }

    @Nullable LoggedEvent at(String channelId, long seq) {
        return byPlace.get(new Place(channelId, seq));
    }

    @Nullable LoggedEvent post(PostKey key) {
        return postByKey.get(key);
    }

    /** The last seq of a channel; -1 for one that is not in the log. */
    long head(String channelId) {
        return heads.getOrDefault(channelId, -1L);
    }

    List<Violation> violations() {
        return violations;
    }
}
