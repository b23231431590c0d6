package tidings.query.projection;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Events that were refused although everything was in order otherwise. One is only condemned when others went through
 * in the same transaction, or when it has failed alone, time after time, with nothing else there to compare it with.
 */
final class Suspects {

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
    synchronized boolean areGuilty(String tables, FoundSuspects found, boolean others) {
        if (found.all().isEmpty() || others) {
            return true;
        }
        boolean enough = true;
        for (Suspect suspect : found.all()) {
            enough &= failures.merge(suspect.name(tables), 1, Integer::sum) >= ENOUGH;
        }
        return enough && found.all().size() == 1;
    }
}
