package tidings.events.upcasting;

import java.util.Map;

/** An upcaster that gives an event another name. */
final class RenamedEvent implements Upcaster {

    @Override
    public String name() {
        return "MessagePosted";
    }

    @Override
    public int fromRevision() {
        return 2;
    }

    @Override
    public String resultingName() {
        return "MessageWritten";
    }

    @Override
    public Map<String, Object> upcast(Map<String, Object> data) {
        return data;
    }
}
