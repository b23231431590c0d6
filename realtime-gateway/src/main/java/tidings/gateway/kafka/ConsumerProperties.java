package tidings.gateway.kafka;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where recorded events come from.
 *
 * @param bootstrapServers host:port,host:port
 * @param topic of all events, keyed by stream id
 * @param group shared by all gateways of the instance: each event is taken by one of them
 */
@ConfigurationProperties("tidings.kafka")
public record ConsumerProperties(String bootstrapServers, String topic, String group) {}
