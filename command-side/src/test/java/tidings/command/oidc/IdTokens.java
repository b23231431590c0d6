package tidings.command.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import tidings.command.oidc.StandInProvider.Twist;

/** Identities, signed with RS256; and forged ones. */
final class IdTokens {

    private static final String SECRET = "a secret that is long enough for HS256, but no more than that";

    private final String issuer;
    private final RSAKey rsa;
    private final ECKey ec;
    private final ECKey foreign;

    IdTokens(String issuer) {
        this.issuer = issuer;
        try {
            rsa = new RSAKeyGenerator(2048).keyID("r").generate();
            ec = new ECKeyGenerator(Curve.P_256).keyID("e").generate();
            foreign = new ECKeyGenerator(Curve.P_256).keyID("e").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    JWKSet publicKeys() {
        return new JWKSet(List.of(rsa, ec)).toPublicJWKSet();
    }

    String issue(Map<String, String> person, String nonce, Twist twist) throws JOSEException {
        JWTClaimsSet claims = claims(person, nonce, twist);
        return switch (twist) {
            case UNSIGNED -> new PlainJWT(claims).serialize();
            case SIGNED_WITH_THE_SECRET -> sign(JWSAlgorithm.HS256, "r", new MACSigner(SECRET), claims);
            case SIGNED_BY_ANOTHER_KEY -> sign(JWSAlgorithm.ES256, "e", new ECDSASigner(foreign), claims);
            case SIGNED_BY_ITS_OWN_HEADERS_KEY -> {
                SignedJWT jwt = new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.ES256)
                                .keyID("e")
                                .jwk(foreign.toPublicJWK())
                                .build(),
                        claims);
                jwt.sign(new ECDSASigner(foreign));
                yield jwt.serialize();
            }
            case OTHER_ALGORITHM -> sign(JWSAlgorithm.RS512, "r", new RSASSASigner(rsa), claims);
            case NONE, WRONG_NONCE, NO_NONCE, WRONG_AUDIENCE, WRONG_ISSUER, EXPIRED, BROKEN, SAYS_ANOTHER_ISSUER ->
                sign(JWSAlgorithm.RS256, "r", new RSASSASigner(rsa), claims);
        };
    }

    private JWTClaimsSet claims(Map<String, String> person, String nonce, Twist twist) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder();
        person.forEach(claims::claim);
        claims.issuer(twist == Twist.WRONG_ISSUER ? "https://elsewhere.example" : issuer)
                .audience(twist == Twist.WRONG_AUDIENCE ? "somebody-else" : StandInProvider.CLIENT_ID)
                .issueTime(Date.from(now.minus(Duration.ofMinutes(6))))
                .expirationTime(Date.from(
                        twist == Twist.EXPIRED ? now.minus(Duration.ofMinutes(1)) : now.plus(Duration.ofMinutes(5))));
        if (twist != Twist.NO_NONCE) {
            claims.claim("nonce", twist == Twist.WRONG_NONCE ? "another" : nonce);
        }
        return claims.build();
    }

    private static String sign(JWSAlgorithm algorithm, String kid, JWSSigner signer, JWTClaimsSet claims)
            throws JOSEException {
        SignedJWT jwt =
                new SignedJWT(new JWSHeader.Builder(algorithm).keyID(kid).build(), claims);
        jwt.sign(signer);
        return jwt.serialize();
    }
}
