package tidings.events.upcasting;

import java.util.Map;

/** {@code MessageEdited} 1 to 2: nobody was mentioned. */
final class MessageEditedWithMentions implements Upcaster {

    @Override
    public String name() {
        return "MessageEdited";
    }

    @Override
    public int fromRevision() {
        return 1;
    }

    @Override
    public Map<String, Object> upcast(Map<String, Object> data) {
        return data;
    }
}
