package tidings.query.projection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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

    /**
     * @param later what follows it in its stream
     */
    record Suspect(LogEvent event, RuntimeException refusal, List<LogEvent> later) {

        private String name(String tables) {
            return tables + event.recorded().streamId() + "/" + event.recorded().seq();
        }
    }

    /** Those of one transaction. */
    static final class Found {

        private final List<Suspect> suspects = new ArrayList<>();

        void add(Suspect suspect) {
            suspects.add(suspect);
        }

        List<Suspect> all() {
            return suspects;
        }
    }

    /** @param others whether other events of the transaction went through */
    synchronized boolean areGuilty(String tables, Found found, boolean others) {
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
