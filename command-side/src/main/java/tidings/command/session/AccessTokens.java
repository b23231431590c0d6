package tidings.command.session;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tidings.command.account.AccountRole;
import tidings.command.ids.IdFactory;
import tidings.events.account.AccountId;

/** Makes access tokens: JWTs by RFC 9068, signed with ES256. */
final class AccessTokens {

    static final String ISSUER = "tidings";
    static final String AUDIENCE = "tidings";
    static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");

    private final SigningKeys keys;
    private final IdFactory ids;
    private final Clock clock;
    private final Duration ttl;

    AccessTokens(SigningKeys keys, IdFactory ids, Clock clock, Duration ttl) {
        this.keys = keys;
        this.ids = ids;
        this.clock = clock;
        this.ttl = ttl;
    }

    Duration ttl() {
        return ttl;
    }

    /** @param scopes what the token may be used for; null for everything */
    String issue(AccountId accountId, String sessionId, Set<AccountRole> roles, @Nullable Set<Scope> scopes) {
        ECKey key = keys.newest();
        Instant now = clock.instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(accountId.toString())
                .claim("sid", sessionId)
                .claim("roles", roles.stream().sorted().map(AccountRole::name).toList())
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plus(ttl)))
                .jwtID(ids.next().toString());
        if (scopes != null) {
            claims.claim("scope", Scope.claim(scopes));
        }
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(TYPE)
                        .keyID(key.getKeyID())
                        .build(),
                claims.build());
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign with key " + key.getKeyID(), e);
        }
        return token.serialize();
    }
}
