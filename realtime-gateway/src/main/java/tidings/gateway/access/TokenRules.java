package tidings.gateway.access;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an access token says besides its signature (RFC 8725, RFC 9068). The same rules at all three doors: the system
 * tests try one list of forged tokens at each.
 */
final class TokenRules {

    private static final String TIDINGS = "tidings";
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(5);
    private static final int MAX_SESSION_ID_LENGTH = 64;

    private TokenRules() {}

    /** It names a key of ours, and brings none along; it asks for nothing that has to be understood. */
    static boolean holds(JWSHeader header) {
        return header.getKeyID() != null
                && header.getJWK() == null
                && header.getJWKURL() == null
                && header.getX509CertURL() == null
                && header.getX509CertChain() == null
                && header.getCriticalParams() == null;
    }

    /**
     * It is ours and for us, has everything that ours have, and its time is now. A clock that is ahead may have issued
     * it, within 5 s; over is over.
     */
    static boolean hold(JWTClaimsSet claims, Instant now) throws ParseException {
        String sessionId = claims.getStringClaim("sid");
        String tokenId = claims.getJWTID();
        Date expiry = claims.getExpirationTime();
        return TIDINGS.equals(claims.getIssuer())
                && List.of(TIDINGS).equals(claims.getAudience())
                && claims.getSubject() != null
                && sessionId != null
                && isSessionId(sessionId)
                && tokenId != null
                && !tokenId.isBlank()
                && hasBegun(claims.getIssueTime(), now)
                && hasBegun(claims.getNotBeforeTime(), now)
                && expiry != null
                && now.isBefore(expiry.toInstant());
    }

    private static boolean hasBegun(@Nullable Date time, Instant now) {
        return time != null && !now.plus(CLOCK_SKEW).isBefore(time.toInstant());
    }

    private static boolean isSessionId(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_SESSION_ID_LENGTH
                && text.chars().allMatch(c -> c > ' ' && c < 127);
    }
}
