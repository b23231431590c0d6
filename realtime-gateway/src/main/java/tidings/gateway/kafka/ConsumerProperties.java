package tidings.gateway.kafka;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where recorded events come from.
 *
 * @param bootstrapServers host:port,host:port
 * @param topic of all events, keyed by stream id
 * @param group shared by all gateways of the instance: each event is taken by one of them
 * @param sessionTimeout after which a gateway that is silent loses its partitions; the broker's
 *     group.min.session.timeout.ms must allow it
 * @param gather how long a small batch lets the next one grow
 * @param commitEvery how often offsets are committed at most
 */
@ConfigurationProperties("tidings.kafka")
public record ConsumerProperties(
        String bootstrapServers,
        String topic,
        String group,
        Duration sessionTimeout,
        Duration gather,
        Duration commitEvery) {}
