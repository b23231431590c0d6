package tidings.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import java.security.Key;
import java.security.interfaces.ECPublicKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One verifier for each key of ours, instead of one for each token. */
final class ReusedVerifiers extends DefaultJWSVerifierFactory {

    private final SignatureProvider provider;
    private final Map<Key, JWSVerifier> byKey = new ConcurrentHashMap<>();

    ReusedVerifiers(SignatureProvider provider) {
        this.provider = provider;
    }

    @Override
    public JWSVerifier createJWSVerifier(JWSHeader header, Key key) throws JOSEException {
        JWSVerifier known = byKey.get(key);
        if (known != null) {
            return known;
        }
        if (!(key instanceof ECPublicKey ec)) {
            throw new JOSEException("no key on a curve");
        }
        ECDSAVerifier fresh = new ECDSAVerifier(ec);
        provider.use(fresh.getJCAContext());
        byKey.put(key, fresh);
        return fresh;
    }
}
