package tidings.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Signing keys as the launcher makes them. */
final class TestKeys {

    private TestKeys() {}

    static ECKey generate(String kid) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static Path write(Path file, ECKey... newestFirst) {
        try {
            return Files.writeString(file, new JWKSet(List.<JWK>of(newestFirst)).toString(false));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
