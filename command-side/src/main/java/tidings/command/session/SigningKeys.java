package tidings.command.session;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The instance's private keys, read from their file and again whenever it changes: that is how keys are rotated. */
final class SigningKeys {

    private final Path file;
    private volatile SigningKeyFile loaded;

    SigningKeys(Path file) {
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
