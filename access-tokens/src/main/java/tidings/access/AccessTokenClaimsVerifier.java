package tidings.access;

import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.ExpiredJWTException;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an access token says besides its signature (RFC 8725, RFC 9068): it is ours and for us alone, has every claim that
 * ours have, and its time is now. A clock that is ahead may have issued it, within 5 s; over is over.
 */
final class AccessTokenClaimsVerifier extends DefaultJWTClaimsVerifier<SecurityContext> {

    private static final int CLOCK_SKEW_SECONDS = 5;
    private static final int MAX_ID_LENGTH = 64;
    private static final Set<String> REQUIRED = Set.of("sub", "iat", "nbf", "exp", "jti", AccessTokenFormat.SESSION);

    private final Clock clock;

    AccessTokenClaimsVerifier(Clock clock) {
        super(
                AccessTokenFormat.AUDIENCE,
                new JWTClaimsSet.Builder().issuer(AccessTokenFormat.ISSUER).build(),
                REQUIRED);
        this.clock = clock;
        setMaxClockSkew(CLOCK_SKEW_SECONDS);
    }

    @Override
    protected Date currentTime() {
        return Date.from(clock.instant());
    }

    @Override
    public void verify(JWTClaimsSet claims, @Nullable SecurityContext context) throws BadJWTException {
        if (REQUIRED.stream().anyMatch(name -> claims.getClaim(name) == null)) {
            throw new BadJWTException(
                    "a claim is missing"); // also one that is null, which counts as there in the library
        }
        super.verify(claims, context);
        Date now = currentTime();
        if (!claims.getExpirationTime().after(now)) {
            throw new ExpiredJWTException("the token has expired");
        }
        if (claims.getIssueTime().getTime() > now.getTime() + CLOCK_SKEW_SECONDS * 1_000L) {
            throw new BadJWTException("the token was issued in the future");
        }
        if (!List.of(AccessTokenFormat.AUDIENCE).equals(claims.getAudience())) {
            throw new BadJWTException("the token is for others too");
        }
        try {
            insistOnTypes(claims);
        } catch (ParseException e) {
            throw new BadJWTException("a claim is of another type", e);
        }
    }

    private static void insistOnTypes(JWTClaimsSet claims) throws ParseException, BadJWTException {
        List<String> roles =
                claims.getStringListClaim(AccessTokenFormat.ROLES); // for people: who decides, looks them up
        if (roles != null && roles.contains(null)) {
            throw new BadJWTException("a role is no text");
        }
        if (!isId(claims.getStringClaim(AccessTokenFormat.SESSION)) || !isId(claims.getJWTID())) {
            throw new BadJWTException("the token or its session has no proper id");
        }
    }

    /** Printable ASCII without spaces. */
    private static boolean isId(@Nullable String text) {
        return text != null
                && !text.isEmpty()
                && text.length() <= MAX_ID_LENGTH
                && text.chars().allMatch(c -> c > ' ' && c < 127);
    }
}
