package tidings.access;

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

/**
 * What a file of private keys held when it was read.
 *
 * @param modified when the file was last changed
 * @param newest the first one, that new tokens are signed with
 */
record SigningKeyFile(FileTime modified, JWKSet keys, ECKey newest) {

    /** @throws IllegalStateException when the file has no keys, or one that is no private EC key on P-256 with a kid */
    static SigningKeyFile read(Path file) {
        try {
            FileTime modified = Files.getLastModifiedTime(file);
            JWKSet keys = JWKSet.parse(Files.readString(file));
            if (keys.isEmpty()) {
                throw new IllegalStateException("no signing key in " + file);
            }
            for (JWK key : keys.getKeys()) {
                requireSigningKey(key, file);
            }
            return new SigningKeyFile(modified, keys, keys.getKeys().getFirst().toECKey());
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
