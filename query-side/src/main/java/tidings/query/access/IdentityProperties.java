package tidings.query.access;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param jwksUri the public keys of the tokens: {@code file:} or {@code http(s):}
 */
@ConfigurationProperties("tidings.identity")
record IdentityProperties(URI jwksUri) {

    IdentityProperties {
        if (jwksUri.toString().isBlank()) {
            throw new IllegalArgumentException("TIDINGS_JWKS_URI is not set");
        }
    }
}
