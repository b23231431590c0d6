package tidings.query.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tidings.events.account.AccountId;
import tidings.query.fixture.TestTokens;

class TokenVerifierTest {

    private static final AccountId ADA = new AccountId(UUID.randomUUID());

    private final TestTokens tokens = new TestTokens();
    private final TokenVerifier verifier = verifier(tokens.jwksUri());

    private static TokenVerifier verifier(URI jwks) {
        try {
            return new TokenVerifier(
                    new IdentityProperties(jwks), (account, session) -> session.equals("ended"), Clock.systemUTC());
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void acceptsAValidToken() {
        assertThat(verifier.viewer(tokens.of(ADA))).map(Viewer::id).hasValue(ADA);
        assertThat(verifier.viewerOfHeader("bearer " + tokens.of(ADA))).isPresent();
        assertThat(verifier.viewerOfHeader("Basic " + tokens.of(ADA))).isEmpty();
    }

    @Test
    void refusesATokenOfAnEndedSession() {
        assertThat(verifier.viewer(tokens.of(ADA, claims -> claims.claim("sid", "standing"))))
                .isPresent();
        assertThat(verifier.viewer(tokens.of(ADA, claims -> claims.claim("sid", "ended"))))
                .isEmpty();
    }

    @Test
    void doesNotCallATokenInvalidWhereItCannotReadTheKeys() {
        TokenVerifier blind = verifier(Path.of("no", "such", "file").toUri());
        String token = tokens.of(ADA);
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThatThrownBy(() -> blind.viewer(token))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("keys");
        }
    }

    @Test
    void insistsOnIssuerAudienceTimesAndClaims() {
        Date past = Date.from(Instant.now().minusSeconds(60));
        Date future = Date.from(Instant.now().plusSeconds(60));
        assertThat(verifier.viewer(tokens.of(ADA, claims -> claims.issuer("other"))))
                .isEmpty();
        assertThat(verifier.viewer(tokens.of(ADA, claims -> claims.audience("other"))))
                .isEmpty();
        assertThat(verifier.viewer(tokens.of(ADA, claims -> claims.expirationTime(past))))
                .isEmpty();
        assertThat(verifier.viewer(tokens.of(ADA, claims -> claims.notBeforeTime(future))))
                .isEmpty();
        assertThat(verifier.viewer(tokens.of(ADA, claims -> claims.expirationTime(null))))
                .isEmpty();
        assertThat(verifier.viewer(tokens.of(ADA, claims -> claims.issueTime(future))))
                .isEmpty();
        assertThat(verifier.viewer(tokens.of(ADA, claims -> claims.issueTime(null))))
                .isEmpty();
        assertThat(verifier.viewer(tokens.of(ADA, claims -> claims.jwtID(null))))
                .isEmpty();
        assertThat(verifier.viewer(tokens.of(ADA, claims -> claims.claim("sid", "a b"))))
                .isEmpty();
        assertThat(verifier.viewer(tokens.of(ADA, claims -> claims.audience(List.of("tidings", "other")))))
                .isEmpty();
        assertThat(verifier.viewer(tokens.of(ADA, claims -> claims.subject("no id"))))
                .isEmpty();
    }

    @Test
    void refusesForeignKeysAndAlgorithms() throws JOSEException {
        ECKey foreign = new ECKeyGenerator(Curve.P_256).keyID("test-key").generate();
        var claims = TestTokens.claims(ADA).build();
        assertThat(verifier.viewer(TestTokens.signed(TestTokens.headerBuilder().build(), claims, foreign)))
                .isEmpty();
        assertThat(verifier.viewer(TestTokens.signed(
                        TestTokens.headerBuilder().jwk(foreign.toPublicJWK()).build(), claims, foreign)))
                .isEmpty();
        assertThat(verifier.viewer(TestTokens.signed(
                        TestTokens.headerBuilder().keyID("unknown").build(), claims, tokens.key())))
                .isEmpty();
        assertThat(verifier.viewer(
                        TestTokens.signed(TestTokens.headerBuilder().keyID(null).build(), claims, tokens.key())))
                .isEmpty();
        assertThat(verifier.viewer(TestTokens.signed(
                        TestTokens.headerBuilder().type(JOSEObjectType.JWT).build(), claims, tokens.key())))
                .isEmpty();
        assertThat(verifier.viewer(new PlainJWT(claims).serialize())).isEmpty();
        SignedJWT symmetric = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(new JOSEObjectType("at+jwt"))
                        .keyID("test-key")
                        .build(),
                claims);
        symmetric.sign(new MACSigner(tokens.key().toPublicJWK().toJSONString()));
        assertThat(verifier.viewer(symmetric.serialize())).isEmpty();
        assertThat(verifier.viewer("x".repeat(10_000))).isEmpty();
    }
}
