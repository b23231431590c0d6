package tidings.query.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tidings.events.account.AccountId;

/**
 * Verifies access tokens strictly (RFC 8725, RFC 9068): ES256 only, {@code typ} at+jwt, a {@code kid} of our key set,
 * issuer, audience and times, and a session that has not ended. Keys that a token brings along or points to are never looked at.
 */
@Component
public final class TokenVerifier {

    /** What a token that has scopes needs here. */
    private static final String READING = "messages:read";

    private static final String BEARER = "bearer ";
    private static final int MAX_LENGTH = 4_096;
    private static final long KEYS_TTL_MILLIS = 300_000;
    private static final long REFRESH_MILLIS = 3_000;
    private static final long MIN_INTERVAL_MILLIS = 1_000;

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    private final EndedSessions sessions;

    TokenVerifier(IdentityProperties properties, EndedSessions sessions, Clock clock) throws MalformedURLException {
        this.sessions = sessions;
        JWKSource<SecurityContext> keys = JWKSourceBuilder.create(
                        properties.jwksUri().toURL(), new JwksRetriever())
                .cache(KEYS_TTL_MILLIS, REFRESH_MILLIS)
                .rateLimited(MIN_INTERVAL_MILLIS)
                .build();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt")));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, keys));
        processor.setJWTClaimsSetVerifier((claims, context) -> insist(claims, clock.instant()));
    }

    private static void insist(JWTClaimsSet claims, Instant now) throws BadJWTException {
        try {
            if (!TokenRules.hold(claims, now)) {
                throw new BadJWTException("not for us, incomplete, or not valid now");
            }
        } catch (ParseException e) {
            throw new BadJWTException("a claim is of another type", e);
        }
    }

    /** As {@link #viewer} for an {@code Authorization} header's value; empty for whatever is no bearer token. */
    public Optional<Viewer> viewerOfHeader(String header) {
        return header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? viewer(header.substring(BEARER.length()).strip())
                : Optional.empty();
    }

    /** The viewer of a token; empty when it is not valid. Fails where that cannot be told for now. */
    public Optional<Viewer> viewer(String token) {
        if (token.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            SignedJWT signed = SignedJWT.parse(token);
            if (!TokenRules.holds(signed.getHeader())) {
                return Optional.empty();
            }
            JWTClaimsSet claims = processor.process(signed, null);
            String scope = claims.getStringClaim("scope");
            if (scope != null && !List.of(scope.split(" ")).contains(READING)) {
                return Optional.empty();
            }
            Viewer viewer = new Viewer(
                    AccountId.parse(claims.getSubject()),
                    claims.getClaimAsString("sid"),
                    claims.getExpirationTime().toInstant());
            return sessions.ended(viewer.id(), viewer.sessionId()) ? Optional.empty() : Optional.of(viewer);
        } catch (KeySourceException e) {
            throw new IllegalStateException("the signing keys cannot be read", e);
        } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
