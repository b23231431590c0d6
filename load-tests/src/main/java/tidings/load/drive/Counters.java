package tidings.load.drive;

import java.util.Map;
import java.util.TreeMap;

/** What else happened. Used by one thread at a time. */
final class Counters {

    private final Map<String, Integer> errors = new TreeMap<>();
    private long resets;
    private long unsendable;

    void error(String code) {
        errors.merge(code.isEmpty() ? "without a code" : code, 1, Integer::sum);
    }

    void reset() {
        resets++;
    }

    void unsendable() {
        unsendable++;
    }

    void addAll(Counters other) {
        other.errors.forEach((code, count) -> errors.merge(code, count, Integer::sum));
        resets += other.resets;
        unsendable += other.unsendable;
    }

    /**
     * The counts.
     *
     * @param errors error frames by code
     * @param resets channels that could not be resumed
     * @param unsendable messages that nobody was connected to send
     */
    record Counts(Map<String, Integer> errors, long resets, long unsendable) {}

    Counts counts() {
        return new Counts(Map.copyOf(errors), resets, unsendable);
    }
}
