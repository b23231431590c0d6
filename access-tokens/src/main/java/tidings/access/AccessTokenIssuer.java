package tidings.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tidings.events.account.AccountId;

/** Makes access tokens: JWTs by RFC 9068, signed with ES256 and the newest key. */
public final class AccessTokenIssuer {

    private final SigningKeys keys;
    private final Clock clock;
    private final Duration ttl;

    /** @param ttl how long each is good for */
    public AccessTokenIssuer(SigningKeys keys, Clock clock, Duration ttl) {
        this.keys = keys;
        this.clock = clock;
        this.ttl = ttl;
    }

    public Duration ttl() {
        return ttl;
    }

    /**
     * A token in the compact serialization of RFC 7515, good from now on.
     *
     * @param tokenId unlike any other's
     * @param roles as they are to stand in the token
     * @param scopes what it may be used for; null for everything
     */
    public String issue(
            String tokenId, AccountId accountId, String sessionId, List<String> roles, @Nullable Set<Scope> scopes) {
        Instant now = clock.instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(AccessTokenFormat.ISSUER)
                .audience(AccessTokenFormat.AUDIENCE)
                .subject(accountId.toString())
                .claim(AccessTokenFormat.SESSION, sessionId)
                .claim(AccessTokenFormat.ROLES, List.copyOf(roles))
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plus(ttl)))
                .jwtID(tokenId);
        if (scopes != null) {
            claims.claim(AccessTokenFormat.SCOPE, Scope.claim(scopes));
        }
        return signed(claims.build());
    }

    private String signed(JWTClaimsSet claims) {
        ECKey key = keys.newest();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(AccessTokenFormat.ALGORITHM)
                        .type(AccessTokenFormat.TYPE)
                        .keyID(key.getKeyID())
                        .build(),
                claims);
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign with key " + key.getKeyID(), e);
        }
        return token.serialize();
    }
}
