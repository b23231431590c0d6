package tidings.events.upcasting;

import java.util.Map;

/** An upcaster that gives a field another name. */
final class RenamedField implements Upcaster {

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
        return Map.of("body", data.getOrDefault("text", ""));
    }
}
