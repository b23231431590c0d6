package tidings.gateway.hub;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How channels heal.
 *
 * @param ackGrace how long an event may take from its acknowledgement to its arrival before it is fetched
 * @param sweepEvery how often all heads are compared when nothing seems wrong
 * @param troubledSweepEvery the same while events have been missing lately
 * @param troubledFor how long after a missing event that lasts
 * @param linger how long a channel without sessions stays subscribed
 */
@ConfigurationProperties("tidings.hub")
public record HubProperties(
        Duration ackGrace, Duration sweepEvery, Duration troubledSweepEvery, Duration troubledFor, Duration linger) {}
