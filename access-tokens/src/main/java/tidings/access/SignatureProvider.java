package tidings.access;

import com.nimbusds.jose.jca.JCAContext;
import java.security.Provider;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who computes the checks of ES256 signatures: the AWS library where it runs on this platform, else the JDK.
 *
 * @param provider null for the JDK's own
 */
record SignatureProvider(@Nullable Provider provider) {

    private static final Logger LOG = LoggerFactory.getLogger(SignatureProvider.class);
    private static final String FAST = "AmazonCorrettoCryptoProvider";
    private static final String ES256 = "SHA256withECDSAinP1363Format";

    static final SignatureProvider JDK = new SignatureProvider(null);

    /** A library that does not load has no signatures to offer. */
    static SignatureProvider fastest() {
        return ServiceLoader.load(Provider.class).stream()
                .filter(found -> found.type().getSimpleName().equals(FAST))
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.getService("Signature", ES256) != null)
                .findFirst()
                .map(SignatureProvider::new)
                .orElseGet(SignatureProvider::slower);
    }

    private static SignatureProvider slower() {
        LOG.info("signatures are checked by the JDK, which takes longer: {} does not run here", FAST);
        return JDK;
    }

    void use(JCAContext context) {
        if (provider != null) {
            context.setProvider(provider);
        }
    }
}
