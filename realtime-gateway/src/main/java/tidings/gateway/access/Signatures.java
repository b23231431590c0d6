package tidings.gateway.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import java.security.Provider;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks of ES256 signatures: by the AWS library where it runs on this platform, else by the JDK.
 *
 * @param provider null for the JDK's own
 */
record Signatures(@Nullable Provider provider) {

    private static final Logger LOG = LoggerFactory.getLogger(Signatures.class);
    private static final String FAST = "AmazonCorrettoCryptoProvider";
    private static final String ES256 = "SHA256withECDSAinP1363Format";

    static final Signatures OF_THE_JDK = new Signatures(null);

    /** A library that does not load has no signatures to offer. */
    static Signatures fastest() {
        return ServiceLoader.load(Provider.class).stream()
                .filter(found -> found.type().getSimpleName().equals(FAST))
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.getService("Signature", ES256) != null)
                .findFirst()
                .map(Signatures::new)
                .orElseGet(Signatures::slower);
    }

    private static Signatures slower() {
        LOG.info("signatures are checked by the JDK, which takes longer: {} does not run here", FAST);
        return OF_THE_JDK;
    }

    /** Checks signatures by this key; thread-safe. */
    JWSVerifier by(ECKey key) throws JOSEException {
        ECDSAVerifier verifier = new ECDSAVerifier(key);
        if (provider != null) {
            verifier.getJCAContext().setProvider(provider);
        }
        return verifier;
    }
}
