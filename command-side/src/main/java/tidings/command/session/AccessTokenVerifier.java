package tidings.command.session;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tidings.command.caller.Caller;
import tidings.command.caller.Scope;
import tidings.events.account.AccountId;

/**
 * Reads access tokens, strictly (RFC 8725): ES256 and nothing else, our type, issuer and audience, a kid that we know,
 * in its time; keys that a token brings along are no keys.
 */
final class AccessTokenVerifier {

    private static final int MAX_LENGTH = 4_096;

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    AccessTokenVerifier(JWKSource<SecurityContext> keys, Clock clock) {
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(AccessTokens.TYPE));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, keys));
        processor.setJWTClaimsSetVerifier((claims, context) -> insist(claims, clock.instant()));
    }

    /**
     * Whom a token stands for; empty when it is not good, whatever the reason.
     *
     * @throws IllegalStateException when the keys cannot be read, so that nothing can be said
     */
    Optional<Caller> verify(String token) {
        if (token.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            if (!TokenRules.holds(jwt.getHeader())) {
                return Optional.empty();
            }
            return Optional.of(callerOf(processor.process(jwt, null)));
        } catch (ParseException | BadJOSEException | IllegalArgumentException bad) {
            return Optional.empty();
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot verify tokens", e);
        }
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

    private static Caller callerOf(JWTClaimsSet claims) throws ParseException {
        requireRoleNames(claims);
        String scope = claims.getStringClaim("scope");
        return new Caller(
                AccountId.parse(claims.getSubject()),
                claims.getStringClaim("sid"),
                claims.getExpirationTime().toInstant(),
                scope == null ? null : Scope.ofClaim(scope));
    }

    /** The command side looks roles up itself; a token whose claim is no list of names is not one of ours all the same. */
    private static void requireRoleNames(JWTClaimsSet claims) throws ParseException {
        List<String> roles = claims.getStringListClaim("roles");
        if (roles != null && roles.contains(null)) {
            throw new ParseException("a role is no text", 0);
        }
    }
}
