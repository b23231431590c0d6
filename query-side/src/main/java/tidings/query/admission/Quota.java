package tidings.query.admission;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** So many at once for each key. Remembers only keys that have something. */
final class Quota<K> {

    private final int most;
    private final Map<K, Integer> taken = new ConcurrentHashMap<>();

    Quota(int most) {
        this.most = most;
    }

    /** Empty when the key has the most already. */
    Optional<Permit> take(K key) {
        AtomicBoolean granted = new AtomicBoolean();
        taken.compute(key, (ignored, present) -> {
            int before = present == null ? 0 : present;
            granted.set(before < most);
            return before < most ? Integer.valueOf(before + 1) : present;
        });
        return granted.get() ? Optional.of(permit(key)) : Optional.empty();
    }

    private Permit permit(K key) {
        AtomicBoolean open = new AtomicBoolean(true);
        return () -> {
            if (open.compareAndSet(true, false)) {
                taken.computeIfPresent(key, (ignored, present) -> present == 1 ? null : present - 1);
            }
        };
    }

    /** How many keys have something. */
    int keys() {
        return taken.size();
    }
}
