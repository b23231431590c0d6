package tidings.query.kafka;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The log in Kafka.
 *
 * @param batchSize most records in one transaction
 * @param readyLag how many records behind a node may be and still count as ready
 */
@ConfigurationProperties("tidings.log")
public record LogProperties(
        String bootstrapServers,
        @DefaultValue("tidings.events") String eventsTopic,
        @DefaultValue("tidings.read-markers") String readMarkersTopic,
        @DefaultValue("tidings-query") String groupId,
        @DefaultValue("2000") int batchSize,
        @DefaultValue("250000") long readyLag) {}
