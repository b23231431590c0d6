package tidings.query.kafka;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The log in Kafka.
 *
 * @param batchSize no more records are polled for a transaction that has so many
 * @param gather how long a busy log's records are gathered for one transaction
 * @param readyLag how many records behind a node may be and still count as ready
 */
@ConfigurationProperties("tidings.log")
public record LogProperties(
        String bootstrapServers,
        @DefaultValue("tidings.events") String eventsTopic,
        @DefaultValue("tidings.read-markers") String readMarkersTopic,
        @DefaultValue("tidings-query") String groupId,
        @DefaultValue("2000") int batchSize,
        @DefaultValue("100ms") Duration gather,
        @DefaultValue("250000") long readyLag) {}
