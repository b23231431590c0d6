package tidings.access;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The instance's private keys, read from their file and again whenever it changes: that is how keys are rotated. */
public final class SigningKeys {

    private final Path file;
    private volatile SigningKeyFile loaded;

    /**
     * Fails with IllegalStateException or UncheckedIOException where there are no usable keys.
     *
     * @param file a private JWK set (EC P-256, each with a kid, the newest first)
     */
    public SigningKeys(Path file) {
        this.file = file;
        this.loaded = SigningKeyFile.read(file);
    }

    /** The key that new tokens are signed with. */
    ECKey newest() {
        return current().newest();
    }

    JWKSet publicKeys() {
        return current().keys().toPublicJWKSet();
    }

    /** A JWK set (RFC 7517) as JSON values, for whoever verifies; there is nothing private in it. */
    public Map<String, Object> publicJwkSet() {
        return publicKeys().toJSONObject(true);
    }

    private SigningKeyFile current() {
        SigningKeyFile known = loaded;
        try {
            if (Files.getLastModifiedTime(file).equals(known.modified())) {
                return known;
            }
            SigningKeyFile fresh = SigningKeyFile.read(file);
            loaded = fresh;
            return fresh;
        } catch (IOException | RuntimeException gone) {
            return known; // a file that is being replaced must not stop the logins; the next call looks again
        }
    }
}
