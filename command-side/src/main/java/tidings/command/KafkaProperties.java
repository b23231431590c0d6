package tidings.command;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the log is distributed.
 *
 * @param replicationFactor of the topics that this side makes
 * @param eventPartitions of the topic of events, where this side makes it; so many can work on it at once
 */
@ConfigurationProperties("tidings.kafka")
public record KafkaProperties(
        String bootstrapServers,
        short replicationFactor,
        int eventPartitions,
        String eventsTopic,
        String readMarkersTopic) {

    public KafkaProperties {
        if (eventPartitions < 1) {
            throw new IllegalArgumentException("TIDINGS_EVENT_PARTITIONS must be at least 1: " + eventPartitions);
        }
    }
}
