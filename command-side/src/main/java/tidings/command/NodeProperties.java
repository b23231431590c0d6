package tidings.command;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * This node's own settings.
 *
 * @param nodeName distinguishes the nodes of one installation
 * @param bindAddress where it listens
 * @param internalSecret shared by all services of the installation
 */
@ConfigurationProperties("tidings")
public record NodeProperties(String nodeName, String bindAddress, int grpcPort, String internalSecret) {

    public NodeProperties {
        if (internalSecret.isBlank()) {
            throw new IllegalArgumentException("TIDINGS_INTERNAL_SECRET is not set");
        }
    }

    @Override
    public String toString() {
        return nodeName;
    }
}
