package tidings.command.eventstore;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * How events are committed and read.
 *
 * @param maxBatchEvents at which number of events a transaction is full
 * @param batchWindow how far apart two transactions begin at least, while the last one had several appends; at most
 *     50 ms ({@code TIDINGS_STORE_PACE})
 * @param batchSize with how many appends a transaction begins before that ({@code TIDINGS_STORE_ENOUGH})
 * @param fetchDelay how often readers look for the events of other nodes
 * @param gapTimeout after which an index that was drawn and never committed is given up: well over the time that any
 *     append can take, clocks that are apart included
 */
@ConfigurationProperties("tidings.store")
public record StoreProperties(
        @DefaultValue("1000") int maxBatchEvents,
        @Name("pace") @DefaultValue("8ms") Duration batchWindow,
        @Name("enough") @DefaultValue("16") int batchSize,
        @DefaultValue("20ms") Duration fetchDelay,
        @DefaultValue("10m") Duration gapTimeout) {

    private static final Duration SLOWEST = Duration.ofMillis(50);

    public StoreProperties {
        if (maxBatchEvents < 1 || batchSize < 1) {
            throw new IllegalArgumentException("a transaction has 1 event or more");
        }
        if (batchWindow.isNegative() || batchWindow.compareTo(SLOWEST) > 0) {
            throw new IllegalArgumentException("transactions begin 0 to 50 ms apart");
        }
    }
}
