package tidings.gateway.limits;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What users, channels and addresses may do.
 *
 * @param userSendsPerSecond commands of one user, from all devices
 * @param userSendBurst how many of them may come at once
 * @param channelSendsPerSecond commands in one channel, of all its members
 * @param channelSendBurst how many of them may come at once
 * @param addressSendsPerSecond commands from one address
 * @param addressSendBurst how many of them may come at once
 * @param addressConnectsPerSecond new sockets from one address
 * @param addressConnectBurst how many of them may come at once
 * @param maxConnectionsPerAddress open sockets of one address on this gateway
 * @param addressLimitsOnLoopback whether the limits per address hold for loopback clients too
 * @param trustedProxies addresses or networks (10.0.0.0/8) whose X-Forwarded-For is believed, beside the socket file
 * @param trustLoopback whether the same holds for loopback, because the instance's nginx comes that way
 * @param reportEvery how often what was used is counted with the other gateways
 */
@ConfigurationProperties("tidings.limits")
public record LimitProperties(
        int userSendsPerSecond,
        int userSendBurst,
        int channelSendsPerSecond,
        int channelSendBurst,
        int addressSendsPerSecond,
        int addressSendBurst,
        int addressConnectsPerSecond,
        int addressConnectBurst,
        int maxConnectionsPerAddress,
        boolean addressLimitsOnLoopback,
        List<String> trustedProxies,
        boolean trustLoopback,
        Duration reportEvery) {
    public LimitProperties {
        trustedProxies = List.copyOf(trustedProxies);
    }
}
