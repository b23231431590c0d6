package tidings.gateway.client;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import tidings.events.account.AccountId;

/** Signs access tokens as the command side does, with a key of the tests. */
public final class Tokens {

    private final ECKey key;
    private final Path jwks;

    public Tokens() throws JOSEException, IOException {
        this.key = new ECKeyGenerator(Curve.P_256).keyID("test-key").generate();
        this.jwks = Files.createTempFile("jwks", ".json");
        Files.writeString(jwks, new JWKSet(key.toPublicJWK()).toString());
        jwks.toFile().deleteOnExit();
    }

    public ECKey key() {
        return key;
    }

    public URI jwksUri() {
        return jwks.toUri();
    }

    public String of(AccountId accountId) {
        return of(accountId, "session-of-" + accountId, Instant.now().plusSeconds(900));
    }

    public String of(AccountId accountId, String sessionId, Instant expiresAt) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer("tidings")
                .audience("tidings")
                .subject(accountId.toString())
                .claim("sid", sessionId)
                .claim("roles", List.of("USER"))
                .issueTime(Date.from(Instant.EPOCH))
                .notBeforeTime(Date.from(Instant.EPOCH))
                .expirationTime(Date.from(expiresAt))
                .jwtID("token")
                .build();
        return sign(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType("at+jwt"))
                        .keyID(key.getKeyID())
                        .build(),
                claims);
    }

    public String sign(JWSHeader header, JWTClaimsSet claims) {
        try {
            SignedJWT jwt = new SignedJWT(header, claims);
            jwt.sign(new ECDSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
