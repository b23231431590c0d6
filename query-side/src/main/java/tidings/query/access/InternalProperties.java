package tidings.query.access;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param secret what the internal API asks for, shared by the services of one instance
 */
@ConfigurationProperties("tidings.internal")
public record InternalProperties(String secret) {

    /** The HTTP header that carries the secret. */
    public static final String HEADER = "Tidings-Internal-Secret";

    public InternalProperties {
        if (secret.isBlank()) {
            throw new IllegalArgumentException("TIDINGS_INTERNAL_SECRET is not set");
        }
    }

    @Override
    public String toString() {
        return "InternalProperties[secret=…]";
    }
}
