package tidings.gateway.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What checks signatures by each of the public keys, by key id; the keys are read again when an unknown id turns up, at most once a second. */
final class SigningKeys {

    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);
    private static final Duration RELOAD_INTERVAL = Duration.ofSeconds(1);
    private static final int TIMEOUT_MS = 2_000;
    private static final int MAX_BYTES = 1 << 16;

    private final URI uri;
    private final Signatures signatures;
    private final Clock clock;
    private volatile Map<String, JWSVerifier> keys = Map.of();
    private Instant nextReload = Instant.MIN;

    SigningKeys(URI uri, Signatures signatures, Clock clock) {
        this.uri = uri;
        this.signatures = signatures;
        this.clock = clock;
    }

    /** Null when there is no key of that id. Blocks while the keys are read. */
    @Nullable JWSVerifier by(String keyId) {
        JWSVerifier verifier = keys.get(keyId);
        if (verifier != null) {
            return verifier;
        }
        reload();
        return keys.get(keyId);
    }

    /** Whether any key could be read; without one nobody can be let in. */
    boolean anyKnown() {
        if (keys.isEmpty()) {
            reload();
        }
        return !keys.isEmpty();
    }

    private synchronized void reload() {
        Instant now = clock.instant();
        if (now.isBefore(nextReload)) {
            return;
        }
        nextReload = now.plus(RELOAD_INTERVAL);
        try {
            Map<String, JWSVerifier> fresh = new HashMap<>();
            for (JWK key : JWKSet.parse(read()).getKeys()) {
                if (key instanceof ECKey ec && ec.getKeyID() != null) {
                    fresh.put(ec.getKeyID(), signatures.by(ec.toPublicJWK()));
                }
            }
            keys = Map.copyOf(fresh);
        } catch (IOException | ParseException | JOSEException e) {
            LOG.warn("The signing keys could not be read from {}: {}", uri, e.toString());
        }
    }

    private String read() throws IOException {
        URLConnection connection = uri.toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT_MS);
        connection.setReadTimeout(TIMEOUT_MS);
        try (InputStream in = connection.getInputStream()) {
            return new String(in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8);
        }
    }
}
