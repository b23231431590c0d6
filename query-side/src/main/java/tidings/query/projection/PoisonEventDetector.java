package tidings.query.projection;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells a poison event from an outage. An event that was refused is poison only when others went through in the same
 * transaction, or when it has failed alone, time after time, with nothing else there to compare it with.
 */
final class PoisonEventDetector {

    static final int ENOUGH = 3;
    private static final int MOST_REMEMBERED = 1_000;

    /** How often each has failed alone. */
    private final Map<String, Integer> failures = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    /** @param others whether other events of the transaction went through */
    synchronized boolean arePoison(String tables, FailedEvents failed, boolean others) {
        if (failed.all().isEmpty() || others) {
            return true;
        }
        boolean enough = true;
        for (FailedEvent event : failed.all()) {
            enough &= failures.merge(event.name(tables), 1, Integer::sum) >= ENOUGH;
        }
        return enough && failed.all().size() == 1;
    }
}
