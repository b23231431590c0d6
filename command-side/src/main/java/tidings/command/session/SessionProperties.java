package tidings.command.session;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param signingKeysFile the private JWK set (EC P-256, each with a kid, the newest first)
 * @param jwksUri where the public keys are read that tokens are verified with; by default the signing keys' public half
 * @param accessTtl how long an access token is good for, at most 15 minutes
 * @param refreshTtl how long a refresh token that nobody uses is good for
 */
@ConfigurationProperties("tidings.session")
record SessionProperties(
        Path signingKeysFile,
        @Nullable URI jwksUri,
        @DefaultValue("15m") Duration accessTtl,
        @DefaultValue("30d") Duration refreshTtl) {

    private static final Duration LONGEST_ACCESS = Duration.ofMinutes(15);

    SessionProperties {
        if (signingKeysFile.toString().isEmpty()) {
            throw new IllegalArgumentException("TIDINGS_SIGNING_KEYS_FILE is not set");
        }
        if (accessTtl.compareTo(LONGEST_ACCESS) > 0 || accessTtl.isNegative() || accessTtl.isZero()) {
            throw new IllegalArgumentException("tidings.session.access-ttl is between 0 and 15 minutes");
        }
        if (jwksUri != null && jwksUri.toString().isBlank()) {
            jwksUri = null;
        }
    }
}
