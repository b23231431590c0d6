package tidings.command.session;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Date;
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
    private static final int MAX_SESSION_ID_LENGTH = 64;
    private static final int CLOCK_SKEW_SECONDS = 5;

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    AccessTokenVerifier(JWKSource<SecurityContext> keys, Clock clock) {
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(AccessTokens.TYPE));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, keys));
        DefaultJWTClaimsVerifier<SecurityContext> claims =
                new DefaultJWTClaimsVerifier<>(
                        AccessTokens.AUDIENCE,
                        new JWTClaimsSet.Builder().issuer(AccessTokens.ISSUER).build(),
                        Set.of("sub", "sid", "iat", "nbf", "exp", "jti")) {
                    @Override
                    protected Date currentTime() {
                        return Date.from(clock.instant());
                    }
                };
        claims.setMaxClockSkew(CLOCK_SKEW_SECONDS);
        processor.setJWTClaimsSetVerifier(claims);
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
            if (!namesOurKeyOnly(jwt.getHeader())) {
                return Optional.empty();
            }
            return Optional.of(callerOf(processor.process(jwt, null)));
        } catch (ParseException | BadJOSEException | IllegalArgumentException bad) {
            return Optional.empty();
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot verify tokens", e);
        }
    }

    private static boolean namesOurKeyOnly(JWSHeader header) {
        return header.getKeyID() != null
                && header.getJWK() == null
                && header.getJWKURL() == null
                && header.getX509CertURL() == null
                && header.getX509CertChain() == null
                && header.getCriticalParams() == null;
    }

    private static Caller callerOf(JWTClaimsSet claims) throws ParseException {
        String sessionId = claims.getStringClaim("sid");
        if (sessionId.isBlank() || sessionId.length() > MAX_SESSION_ID_LENGTH || !isPrintableAscii(sessionId)) {
            throw new IllegalArgumentException("not a session id");
        }
        List<String> roles = claims.getStringListClaim("roles");
        String scope = claims.getStringClaim("scope");
        return new Caller(
                AccountId.parse(claims.getSubject()),
                sessionId,
                roles == null ? Set.of(AccountRole.USER) : known(roles),
                claims.getExpirationTime().toInstant(),
                scope == null ? null : Scope.ofClaim(scope));
    }

    private static boolean isPrintableAscii(String text) {
        return text.chars().allMatch(c -> c > ' ' && c < 127);
    }

    private static Set<AccountRole> known(List<String> names) {
        return Arrays.stream(AccountRole.values())
                .filter(role -> names.contains(role.name()))
                .collect(Collectors.toSet());
    }
}
