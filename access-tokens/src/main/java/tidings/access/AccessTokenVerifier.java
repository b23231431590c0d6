package tidings.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidings.events.account.AccountId;

/**
 * Reads access tokens, strictly (RFC 8725, RFC 9068): ES256 and nothing else, our type, issuer and audience, a kid of our own
 * set, in its time, of a session that has not ended. Keys that a token brings along or points to are never looked at.
 */
public final class AccessTokenVerifier {

    private static final Logger LOG = LoggerFactory.getLogger(AccessTokenVerifier.class);
    private static final int MAX_CHARS = 4_096;

    /** The compact form of a 64-byte signature in the only base64url text that stands for it: nothing padded or appended. */
    private static final Pattern COMPACT = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]{85}[AQgw]");

    private static final Authentication MALFORMED = new Authentication.Denied("the token is malformed");

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    private final EndedSessions sessions;

    public AccessTokenVerifier(VerificationKeys keys, EndedSessions sessions, Clock clock) {
        this(keys, SignatureProvider.fastest(), sessions, clock);
    }

    AccessTokenVerifier(VerificationKeys keys, SignatureProvider provider, EndedSessions sessions, Clock clock) {
        this.sessions = sessions;
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(AccessTokenFormat.TYPE));
        processor.setJWSKeySelector(keys);
        processor.setJWSVerifierFactory(new ReusedVerifiers(provider));
        processor.setJWTClaimsSetVerifier(new AccessTokenClaimsVerifier(clock));
    }

    /**
     * Whom a token stands for. Blocks while a key is looked up that is not known yet, and for as long as asking
     * {@link EndedSessions} does: never called on an event loop.
     */
    public Authentication verify(String token) {
        if (token.length() > MAX_CHARS || !COMPACT.matcher(token).matches()) {
            return MALFORMED;
        }
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            if (!namesAKeyOfOurs(jwt.getHeader())) {
                return new Authentication.Denied("the token is of the wrong kind");
            }
            Identity identity = identity(processor.process(jwt, null));
            return sessions.isEnded(identity.accountId(), identity.sessionId())
                    ? new Authentication.Denied("the session has ended")
                    : new Authentication.Granted(identity);
        } catch (JOSEException e) {
            LOG.warn("A token could not be checked: {}", e.toString());
            return new Authentication.Undecided("the token could not be checked");
        } catch (BadJOSEException e) {
            return new Authentication.Denied("the token is not one of ours, or not valid now");
        } catch (ParseException | IllegalArgumentException e) {
            return MALFORMED;
        }
    }

    /** It brings no key along, and asks for nothing that has to be understood. */
    private static boolean namesAKeyOfOurs(JWSHeader header) {
        return header.getKeyID() != null
                && header.getJWK() == null
                && header.getJWKURL() == null
                && header.getX509CertURL() == null
                && header.getX509CertChain() == null
                && header.getCriticalParams() == null;
    }

    private static Identity identity(JWTClaimsSet claims) throws ParseException {
        return new Identity(
                AccountId.parse(claims.getSubject()),
                claims.getStringClaim(AccessTokenFormat.SESSION),
                claims.getExpirationTime().toInstant(),
                scopes(claims.getStringClaim(AccessTokenFormat.SCOPE)));
    }

    private static @Nullable Set<Scope> scopes(@Nullable String claim) {
        return claim == null ? null : Scope.ofClaim(claim);
    }
}
