package tidings.command.session;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The public keys that tokens are verified with, from a file or over HTTP. A kid that is not among them makes it look
 * again, at most every five seconds, so that a stranger's tokens cannot make it busy.
 */
final class VerificationKeys implements JWKSource<SecurityContext> {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);
    private static final Duration KEEP = Duration.ofMinutes(5);
    private static final int TIMEOUT_MS = 2_000;
    private static final int MAX_BYTES = 65_536;

    private final URI uri;
    private final Clock clock;
    private volatile @Nullable Loaded loaded;

    private record Loaded(JWKSet keys, Instant at) {}

    VerificationKeys(URI uri, Clock clock) {
        this.uri = uri;
        this.clock = clock;
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        List<JWK> found = selector.select(keysNotOlderThan(KEEP));
        return found.isEmpty() ? selector.select(keysNotOlderThan(LOOK_AGAIN)) : found;
    }

    private JWKSet keysNotOlderThan(Duration age) throws KeySourceException {
        Loaded known = loaded;
        Instant now = clock.instant();
        if (known != null && now.isBefore(known.at().plus(age))) {
            return known.keys();
        }
        try {
            Loaded fresh = new Loaded(read(), now);
            loaded = fresh;
            return fresh.keys();
        } catch (IOException | ParseException | IllegalArgumentException e) {
            if (known != null) {
                loaded = new Loaded(known.keys(), now);
                return known.keys();
            }
            throw new KeySourceException("no verification keys at " + uri, e);
        }
    }

    private JWKSet read() throws IOException, ParseException {
        if ("file".equals(uri.getScheme())) {
            return JWKSet.parse(Files.readString(Path.of(uri))).toPublicJWKSet();
        }
        return JWKSet.load(uri.toURL(), TIMEOUT_MS, TIMEOUT_MS, MAX_BYTES).toPublicJWKSet();
    }
}
