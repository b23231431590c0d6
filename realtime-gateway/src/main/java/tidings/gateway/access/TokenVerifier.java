package tidings.gateway.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.util.List;
import tidings.events.account.AccountId;

/**
 * Verifies access tokens: ES256 and nothing else (RFC 8725), {@code typ: at+jwt} (RFC 9068), our issuer and audience,
 * within its time. Keys come from our own set only, whatever the header offers.
 */
final class TokenVerifier {

    private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
    private static final int MAX_CHARS = 4_096;

    /** What a token that has scopes needs for a socket, on which one reads and writes. */
    private static final List<String> SOCKET_SCOPES = List.of("messages:read", "messages:write");

    private final SigningKeys keys;
    private final Clock clock;

    TokenVerifier(SigningKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** May block while keys are read: never called on an event loop. */
    Authentication verify(String token) {
        if (token.length() > MAX_CHARS) {
            return new Authentication.Denied("the token is too long");
        }
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            JWSHeader header = jwt.getHeader();
            if (!JWSAlgorithm.ES256.equals(header.getAlgorithm())
                    || !TYPE.equals(header.getType())
                    || !TokenRules.holds(header)) {
                return new Authentication.Denied("the token is of the wrong kind");
            }
            if (!keys.anyKnown()) {
                return new Authentication.Undecided("the signing keys cannot be read");
            }
            JWSVerifier verifier = keys.by(header.getKeyID());
            if (verifier == null || !jwt.verify(verifier)) {
                return new Authentication.Denied("the token's signature is invalid");
            }
            return check(jwt.getJWTClaimsSet());
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            return new Authentication.Denied("the token is malformed");
        }
    }

    private Authentication check(JWTClaimsSet claims) throws ParseException {
        String scope = claims.getStringClaim("scope");
        if (scope != null && !List.of(scope.split(" ")).containsAll(SOCKET_SCOPES)) {
            return new Authentication.Denied("a socket is not in the scopes of this token");
        }
        if (!TokenRules.hold(claims, clock.instant())) {
            return new Authentication.Denied("the token is for somebody else, lacks a claim, or is not valid now");
        }
        return new Authentication.Granted(new Identity(
                AccountId.parse(claims.getSubject()),
                claims.getStringClaim("sid"),
                claims.getExpirationTime().toInstant()));
    }
}
