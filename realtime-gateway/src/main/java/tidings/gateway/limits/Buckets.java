package tidings.gateway.limits;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The buckets of all users, of all channels or of all addresses. Thread-safe. */
final class Buckets<K> {

    private final String kind;
    private final Rate rate;
    private final Map<K, Bucket> known = new ConcurrentHashMap<>();

    /** {@code kind} starts the names of these buckets among all that gateways count together. */
    Buckets(String kind, Rate rate) {
        this.kind = kind;
        this.rate = rate;
    }

    /** As {@link Bucket#take}. */
    long take(K key, long nowNanos) {
        Bucket bucket = known.get(key);
        if (bucket == null) {
            bucket = known.computeIfAbsent(key, fresh -> new Bucket(kind + fresh, rate));
        }
        return bucket.take(nowNanos);
    }

    void forEach(Consumer<Bucket> each) {
        known.values().forEach(each);
    }

    void forgetIdleSince(long nanos) {
        known.values().removeIf(bucket -> bucket.idleSince(nanos));
    }

    int size() {
        return known.size();
    }
}
