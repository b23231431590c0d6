package tidings.load.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccessTokensTest {

    private static final Instant NOW = Instant.parse("2026-11-24T06:00:00Z");

    private final ECKey key = newKey();
    private final AccessTokens tokens =
            new AccessTokens(new JWKSet(key).toString(false), Clock.fixed(NOW, ZoneOffset.UTC));

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("k1").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void signsTokensAsTheSignInDoes() throws ParseException, JOSEException {
        SignedJWT token = SignedJWT.parse(tokens.tokenOf("account-1"));
        assertThat(token.verify(new ECDSAVerifier(key.toPublicJWK()))).isTrue();
        assertThat(token.getHeader().toJSONObject())
                .containsEntry("alg", "ES256")
                .containsEntry("typ", "at+jwt")
                .containsEntry("kid", "k1");
        assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo("tidings");
        assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("tidings");
        assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("account-1");
        assertThat(token.getJWTClaimsSet().getStringListClaim("roles")).isEqualTo(List.of("USER"));
        assertThat(token.getJWTClaimsSet().getStringClaim("sid")).isNotBlank();
        assertThat(token.getJWTClaimsSet().getJWTID()).isNotBlank();
        assertThat(token.getJWTClaimsSet().getIssueTime()).isEqualTo(NOW);
        assertThat(token.getJWTClaimsSet().getNotBeforeTime()).isEqualTo(NOW);
        assertThat(token.getJWTClaimsSet().getExpirationTime()).isEqualTo(NOW.plus(Duration.ofHours(2)));
    }

    @Test
    void givesEveryTokenASessionOfItsOwn() throws ParseException {
        SignedJWT one = SignedJWT.parse(tokens.tokenOf("account-1"));
        SignedJWT other = SignedJWT.parse(tokens.tokenOf("account-1"));
        assertThat(one.getJWTClaimsSet().getStringClaim("sid"))
                .isNotEqualTo(other.getJWTClaimsSet().getStringClaim("sid"));
    }

    @Test
    void refusesKeysThatCannotSign() {
        Clock clock = Clock.systemUTC();
        assertThatThrownBy(() -> new AccessTokens("{\"keys\":[{}]}", clock))
                .isInstanceOf(IllegalArgumentException.class);
        String open = new JWKSet(key).toString(true);
        assertThatThrownBy(() -> new AccessTokens(open, clock)).isInstanceOf(IllegalArgumentException.class);
    }
}
