package tidings.tools.slack;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what of an export cannot be kept, by kind and reason. Safe for use by several threads. */
public final class Losses {

    /**
     * So many of a kind were not kept.
     *
     * @param kind what: {@code message}, {@code reaction}, {@code file}, {@code account}, {@code channel}, {@code day}, …
     * @param reason a stable code
     */
    public record Left(String kind, String reason, int count) {}

    private record Key(String kind, String reason) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int byKind = kind.compareTo(other.kind);
            return byKind != 0 ? byKind : reason.compareTo(other.reason);
        }
    }

    private final Map<Key, Integer> counts = new TreeMap<>();

    /** One more. */
    public void count(String kind, String reason) {
        count(kind, reason, 1);
    }

    /** So many more; none changes nothing. */
    public synchronized void count(String kind, String reason, int many) {
        if (many > 0) {
            counts.merge(new Key(kind, reason), many, Integer::sum);
        }
    }

    /** Adds what others counted. */
    public void add(List<Left> others) {
        others.forEach(left -> count(left.kind(), left.reason(), left.count()));
    }

    /** By kind, then reason. */
    public synchronized List<Left> all() {
        return counts.entrySet().stream()
                .map(count -> new Left(count.getKey().kind(), count.getKey().reason(), count.getValue()))
                .toList();
    }
}
