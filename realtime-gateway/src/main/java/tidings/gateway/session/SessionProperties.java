package tidings.gateway.session;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The limits of a session.
 *
 * @param helloTimeout from the upgrade to a valid token
 * @param heartbeat between two pings of the server; a socket that is silent for two and a half of them is closed
 * @param maxConnectionsPerUser on this gateway
 * @param maxChannels that one session may be subscribed to
 * @param membershipSweep how often a session reads its memberships and read markers again, about: what no broadcast told it
 * @param maxResumeEvents the widest gap that the socket fills; beyond it the client gets a reset
 */
@ConfigurationProperties("tidings.session")
public record SessionProperties(
        Duration helloTimeout,
        Duration heartbeat,
        Duration membershipSweep,
        int maxConnectionsPerUser,
        int maxChannels,
        int maxResumeEvents) {}
