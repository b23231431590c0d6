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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tidings.command.account.AccountRole;
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
        List<String> roles = claims.getStringListClaim("roles");
        String scope = claims.getStringClaim("scope");
        return new Caller(
                AccountId.parse(claims.getSubject()),
                claims.getStringClaim("sid"),
                roles == null ? Set.of(AccountRole.USER) : known(roles),
                claims.getExpirationTime().toInstant(),
                scope == null ? null : Scope.ofClaim(scope));
    }

    private static Set<AccountRole> known(List<String> names) {
        return Arrays.stream(AccountRole.values())
                .filter(role -> names.contains(role.name()))
                .collect(Collectors.toSet());
    }
}
