package tidings.command.relay;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the log is relayed.
 *
 * @param batchSize events that are sent before the position is stored
 * @param gather how far apart two batches begin at least, beside the pace of the transactions (docs/performance.md); an event after a pause
 *     waits for nothing
 * @param sendTimeout after which a batch that Kafka has not taken is given up, to be sent again
 * @param claimTimeout after which another node takes the relay over from one that is silent
 */
@ConfigurationProperties("tidings.relay")
public record RelayProperties(
        @DefaultValue("500") int batchSize,
        @DefaultValue("1ms") Duration gather,
        @DefaultValue("5s") Duration sendTimeout,
        @DefaultValue("10s") Duration claimTimeout) {}
