package tidings.command.session;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tidings.command.account.AccountRole;
import tidings.command.caller.Scope;
import tidings.command.ids.IdFactory;
import tidings.events.account.AccountId;

/** Makes access tokens: JWTs by RFC 9068, signed with ES256. */
final class AccessTokens {

    static final String ISSUER = "tidings";
    static final String AUDIENCE = "tidings";
    static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");

    private final TokenSigner signer;
    private final IdFactory ids;
    private final Clock clock;
    private final Duration ttl;

    AccessTokens(SigningKeys keys, IdFactory ids, Clock clock, Duration ttl) {
        this.signer = new TokenSigner(keys);
        this.ids = ids;
        this.clock = clock;
        this.ttl = ttl;
    }

    Duration ttl() {
        return ttl;
    }

    /** @param scopes what the token may be used for; null for everything */
    String issue(AccountId accountId, String sessionId, Set<AccountRole> roles, @Nullable Set<Scope> scopes) {
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
        return signer.sign(claims.build());
    }
}
