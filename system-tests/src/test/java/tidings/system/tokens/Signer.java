package tidings.system.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;

/** Signs any header over any payload, also such as no library would make. */
final class Signer {

    private Signer() {}

    static ECKey key(String keyId) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(keyId).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String es256(String header, String payload, ECKey key) {
        try {
            return signed(header, payload, new ECDSASigner(key), JWSAlgorithm.ES256);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String hs256(String header, String payload, byte[] secret) {
        try {
            return signed(header, payload, new MACSigner(secret), JWSAlgorithm.HS256);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(String header, String payload, JWSSigner signer, JWSAlgorithm algorithm)
            throws JOSEException {
        String input = Base64URL.encode(header) + "." + Base64URL.encode(payload);
        return input + "." + signer.sign(new JWSHeader(algorithm), input.getBytes(StandardCharsets.US_ASCII));
    }

    /** With the dot behind which the signature belongs. */
    static String unsigned(String header, String payload) {
        return Base64URL.encode(header) + "." + Base64URL.encode(payload) + ".";
    }
}
