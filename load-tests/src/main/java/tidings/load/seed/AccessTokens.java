package tidings.load.seed;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/**
 * Signs access tokens with an instance's own key, as its sign-in does, but valid for two hours: JWTs of RFC 9068 with
 * ES256. Only whoever can read the instance's secrets can do that.
 */
public final class AccessTokens {

    static final Duration VALID = Duration.ofHours(2);
    private static final String TIDINGS = "tidings";

    private final ECKey key;
    private final JWSSigner signer;
    private final Clock clock;

    /**
     * @param privateKeys a JWK set; the first key signs
     * @throws IllegalArgumentException when it holds no private EC key
     */
    public AccessTokens(String privateKeys, Clock clock) {
        this.clock = clock;
        try {
            this.key = JWKSet.parse(privateKeys).getKeys().getFirst().toECKey();
            this.signer = new ECDSASigner(key);
        } catch (ParseException | JOSEException e) {
            throw new IllegalArgumentException("no key to sign with", e);
        }
    }

    /** A token of an account, in a session of its own. */
    public String tokenOf(String accountId) {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(TIDINGS)
                .audience(TIDINGS)
                .subject(accountId)
                .claim("sid", UUID.randomUUID().toString())
                .claim("roles", List.of("USER"))
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plus(VALID)))
                .jwtID(UUID.randomUUID().toString())
                .build();
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(key.getKeyID())
                .build();
        SignedJWT token = new SignedJWT(header, claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("an EC key signs ES256", e);
        }
        return token.serialize();
    }
}
