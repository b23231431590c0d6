package tidings.command.store;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events are committed and read.
 *
 * @param maxBatchEvents at which number of events a transaction is full
 * @param batchWindow how long a transaction waits for company when the one before had any; at most 2 ms
 * @param fetchDelay how often readers look for the events of other nodes
 * @param gapTimeout after which an index that was drawn and never committed is given up: well over the time that any
 *     append can take, clocks that are apart included
 */
@ConfigurationProperties("tidings.store")
public record StoreProperties(
        @DefaultValue("1000") int maxBatchEvents,
        @DefaultValue("2ms") Duration batchWindow,
        @DefaultValue("20ms") Duration fetchDelay,
        @DefaultValue("10m") Duration gapTimeout) {

    private static final Duration LONGEST_WINDOW = Duration.ofMillis(2);

    public StoreProperties {
        if (maxBatchEvents < 1 || batchWindow.isNegative() || batchWindow.compareTo(LONGEST_WINDOW) > 0) {
            throw new IllegalArgumentException("a batch has 1 event or more and waits at most 2 ms");
        }
    }
}
