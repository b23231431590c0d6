package tidings.launcher.instance;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One new key for signing access tokens, as a private and a public JWK set (RFC 7517, ES256 of RFC 7518). */
record SigningKeys(Map<String, Object> privateSet, Map<String, Object> publicSet) {
    private static final int COORDINATE_BYTES = 32;

    static SigningKeys generate(String kid) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            Map<String, Object> open = new LinkedHashMap<>();
            open.put("kty", "EC");
            open.put("crv", "P-256");
            open.put("use", "sig");
            open.put("alg", "ES256");
            open.put("kid", kid);
            ECPublicKey point = (ECPublicKey) pair.getPublic();
            open.put("x", number(point.getW().getAffineX()));
            open.put("y", number(point.getW().getAffineY()));
            Map<String, Object> secret = new LinkedHashMap<>(open);
            secret.put("d", number(((ECPrivateKey) pair.getPrivate()).getS()));
            return new SigningKeys(Map.of("keys", List.of(secret)), Map.of("keys", List.of(open)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK knows no P-256", e);
        }
    }

    /** Big-endian, always 32 bytes, base64url (RFC 7518, 6.2.1.2). */
    private static String number(BigInteger value) {
        byte[] bytes = new byte[COORDINATE_BYTES];
        byte[] raw = value.toByteArray();
        int length = Math.min(raw.length, COORDINATE_BYTES);
        System.arraycopy(raw, raw.length - length, bytes, COORDINATE_BYTES - length, length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
