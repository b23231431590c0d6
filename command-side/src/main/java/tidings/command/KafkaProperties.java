package tidings.command;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the log is distributed.
 *
 * @param replicationFactor of the topics that this side makes
 */
@ConfigurationProperties("tidings.kafka")
public record KafkaProperties(
        String bootstrapServers, short replicationFactor, String eventsTopic, String readMarkersTopic) {}
