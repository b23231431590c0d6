package tidings.gateway.node;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The command nodes.
 *
 * @param nodes host:port of each node's gRPC server
 * @param internalSecret what all services of the instance share
 * @param readTimeout for one read of the event log or one ticket
 * @param commandTimeout from a command's arrival to its answer
 * @param maxCommandsWaiting commands per node that are not answered yet; beyond it senders hear BUSY
 */
@ConfigurationProperties("tidings.command")
public record NodeProperties(
        List<String> nodes,
        String internalSecret,
        Duration readTimeout,
        Duration commandTimeout,
        int maxCommandsWaiting) {

    public NodeProperties {
        nodes = List.copyOf(nodes);
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("TIDINGS_COMMAND_NODES names no command node");
        }
        if (internalSecret.isBlank()) {
            throw new IllegalArgumentException("TIDINGS_INTERNAL_SECRET is not set");
        }
    }

    /** Never shows the secret. */
    @Override
    public String toString() {
        return "NodeProperties[nodes=" + nodes + "]";
    }
}
