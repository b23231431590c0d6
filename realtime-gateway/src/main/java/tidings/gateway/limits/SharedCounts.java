package tidings.gateway.limits;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What all gateways count together. */
public interface SharedCounts {

    /** So many uses of a bucket. */
    record Use(String key, int perSecond, int burst, int count) {}

    /**
     * Adds uses and answers, for each, for how many milliseconds its bucket is overdrawn: 0 when it is not. Never
     * blocks; fails when it cannot be counted in time, and then gateways go on by their own counts.
     */
    CompletableFuture<List<Long>> add(List<Use> uses);
}
