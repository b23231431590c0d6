package tidings.events.upcasting;

import java.util.LinkedHashMap;
import java.util.Map;

/** {@code MessagePosted} 1 to 2: the thread of an answer is what it answers, as far as one event can tell. */
final class MessagePostedInThread implements Upcaster {

    @Override
    public String name() {
        return "MessagePosted";
    }

    @Override
    public int fromRevision() {
        return 1;
    }

    @Override
    public Map<String, Object> upcast(Map<String, Object> data) {
        Object replyTo = data.get("replyTo");
        if (replyTo == null) {
            return data;
        }
        Map<String, Object> raised = new LinkedHashMap<>(data);
        raised.put("threadRoot", replyTo);
        return raised;
    }
}
