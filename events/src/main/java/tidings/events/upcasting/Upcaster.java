package tidings.events.upcasting;

import java.util.Map;

/**
 * Raises one event type's JSON by one revision. The data is the JSON object as maps, lists, strings, numbers and
 * booleans; an upcaster returns a new map and never fails on data that was once valid.
 */
public interface Upcaster {

    /** The name of the event type that it reads; a rename returns another one from {@link #resultingName()}. */
    String name();

    /** The revision that it reads; the result has this one plus one. */
    int fromRevision();

    default String resultingName() {
        return name();
    }

    Map<String, Object> upcast(Map<String, Object> data);
}
