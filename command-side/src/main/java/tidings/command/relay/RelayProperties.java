package tidings.command.relay;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * How the log is relayed.
 *
 * @param batchSize events that are sent before the position is stored
 * @param batchWindow how far apart two batches begin at least, beside the batch window of the transactions (docs/performance.md); an
 *     event after a pause waits for nothing ({@code TIDINGS_RELAY_GATHER})
 * @param sendTimeout after which a batch that Kafka has not taken is given up, to be sent again
 * @param claimTimeout after which another node takes the relay over from one that is silent
 */
@ConfigurationProperties("tidings.relay")
public record RelayProperties(
        @DefaultValue("500") int batchSize,
        @Name("gather") @DefaultValue("1ms") Duration batchWindow,
        @DefaultValue("5s") Duration sendTimeout,
        @DefaultValue("10s") Duration claimTimeout) {}
