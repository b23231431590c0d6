package tidings.command.session;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.text.ParseException;

/** The instance's private keys, read from their file and again whenever it changes: that is how keys are rotated. */
final class SigningKeys {

    private final Path file;
    private volatile Loaded loaded;

    private record Loaded(FileTime modified, JWKSet keys, ECKey newest) {}

    SigningKeys(Path file) {
        this.file = file;
        this.loaded = load(file);
    }

    /** The key that new tokens are signed with. */
    ECKey newest() {
        return current().newest();
    }

    JWKSet publicKeys() {
        return current().keys().toPublicJWKSet();
    }

    private Loaded current() {
        Loaded known = loaded;
        try {
            if (Files.getLastModifiedTime(file).equals(known.modified())) {
                return known;
            }
            Loaded fresh = load(file);
            loaded = fresh;
            return fresh;
        } catch (IOException | RuntimeException gone) {
            return known; // a file that is being replaced must not stop the logins; the next call looks again
        }
    }

    private static Loaded load(Path file) {
        try {
            FileTime modified = Files.getLastModifiedTime(file);
            JWKSet keys = JWKSet.parse(Files.readString(file));
            if (keys.isEmpty()) {
                throw new IllegalStateException("no signing key in " + file);
            }
            for (JWK key : keys.getKeys()) {
                requireSigningKey(key, file);
            }
            return new Loaded(modified, keys, keys.getKeys().getFirst().toECKey());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the signing keys from " + file, e);
        } catch (ParseException e) {
            throw new IllegalStateException("no JWK set: " + file, e);
        }
    }

    private static void requireSigningKey(JWK key, Path file) {
        if (!(key instanceof ECKey ec) || !ec.isPrivate() || !Curve.P_256.equals(ec.getCurve())) {
            throw new IllegalStateException("every key in " + file + " has to be a private EC key on P-256");
        }
        if (key.getKeyID() == null || key.getKeyID().isBlank()) {
            throw new IllegalStateException("every key in " + file + " needs a kid");
        }
        try {
            ec.toECPrivateKey();
        } catch (JOSEException e) {
            throw new IllegalStateException("an unusable key in " + file, e);
        }
    }
}
