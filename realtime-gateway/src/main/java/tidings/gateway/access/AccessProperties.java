package tidings.gateway.access;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the public signing keys are.
 *
 * @param jwksUri a file: or http(s): address of a JWK set (RFC 7517)
 */
@ConfigurationProperties("tidings.access")
public record AccessProperties(URI jwksUri) {}
