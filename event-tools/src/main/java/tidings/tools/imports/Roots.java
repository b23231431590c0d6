package tidings.tools.imports;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tidings.tools.slack.SlackMessage;
import tidings.tools.slack.SlackTime;

/** What replies refer to: every message that is marked as a thread's root, and the latest of all others. */
final class Roots {

    private static final int LATEST = 50_000;

    private final Map<String, ImportsApi.MessageRef> marked = new HashMap<>();
    private final Map<String, ImportsApi.MessageRef> latest = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ImportsApi.MessageRef> eldest) {
            return size() > LATEST;
        }
    };

    void add(SlackMessage message, ImportsApi.MessageRef ref) {
        (message.isThreadRoot() ? marked : latest).putIfAbsent(SlackTime.key(message.ts()), ref);
    }

    ImportsApi.@Nullable MessageRef of(SlackMessage reply) {
        String threadTs = reply.threadTs();
        if (threadTs == null) {
            return null;
        }
        String time = SlackTime.key(threadTs);
        ImportsApi.MessageRef root = marked.get(time);
        return root != null ? root : latest.get(time);
    }
}
