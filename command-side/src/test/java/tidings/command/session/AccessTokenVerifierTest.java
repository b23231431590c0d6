package tidings.command.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tidings.command.caller.Caller;
import tidings.events.account.AccountId;

class AccessTokenVerifierTest {

    private static final Instant NOW = Instant.parse("2026-11-24T03:04:05Z");
    private static final AccountId ADA = AccountId.parse("0198c2a0-0000-7000-8000-0000000000aa");
    private static final ECKey KEY = TestKeys.generate("k1");

    private final AccessTokenVerifier verifier = new AccessTokenVerifier(
            new ImmutableJWKSet<>(new JWKSet(KEY).toPublicJWKSet()), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void acceptsWhatWeIssue() {
        assertThat(verifier.verify(signed(header(), claims(), KEY)))
                .contains(new Caller(ADA, "s-1", NOW.plus(Duration.ofMinutes(5))));
    }

    @Test
    void refusesTokensWithoutSignature() {
        assertThat(verifier.verify(new PlainJWT(claims().build()).serialize())).isEmpty();
        String unsigned = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        "{\"alg\":\"none\",\"typ\":\"at+jwt\",\"kid\":\"k1\"}".getBytes(StandardCharsets.UTF_8));
        String payload = signed(header(), claims(), KEY).split("\\.", -1)[1];
        assertThat(verifier.verify(unsigned + "." + payload + ".")).isEmpty();
    }

    @Test
    void refusesAnotherAlgorithmUnderOurKeyId() throws JOSEException {
        byte[] publicKey = KEY.toPublicJWK().toString().getBytes(StandardCharsets.UTF_8);
        JWSHeader hs = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .type(AccessTokens.TYPE)
                .keyID("k1")
                .build();
        assertThat(verifier.verify(signed(hs, claims(), new MACSigner(publicKey))))
                .isEmpty();
        byte[] encodedKey = KEY.toECPublicKey().getEncoded();
        assertThat(verifier.verify(signed(hs, claims(), new MACSigner(encodedKey))))
                .isEmpty();

        JWSHeader rs = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(AccessTokens.TYPE)
                .keyID("k1")
                .build();
        assertThat(verifier.verify(signed(rs, claims(), new RSASSASigner(new RSAKeyGenerator(2048).generate()))))
                .isEmpty();

        ECKey p384 = new ECKeyGenerator(Curve.P_384).keyID("k1").generate();
        JWSHeader es384 = new JWSHeader.Builder(JWSAlgorithm.ES384)
                .type(AccessTokens.TYPE)
                .keyID("k1")
                .build();
        assertThat(verifier.verify(signed(es384, claims(), new ECDSASigner(p384))))
                .isEmpty();
    }

    @Test
    void refusesAnotherKeyUnderOurKeyId() {
        assertThat(verifier.verify(signed(header(), claims(), TestKeys.generate("k1"))))
                .isEmpty();
    }

    @Test
    void refusesUnknownAndMissingKeyIds() {
        ECKey stranger = TestKeys.generate("k2");
        assertThat(verifier.verify(signed(header(b -> b.keyID("k2")), claims(), stranger)))
                .isEmpty();
        assertThat(verifier.verify(signed(header(b -> b.keyID("../../k1' OR '1'='1")), claims(), KEY)))
                .isEmpty();
        assertThat(verifier.verify(signed(header(b -> b.keyID(null)), claims(), KEY)))
                .isEmpty();
    }

    @Test
    void refusesKeysThatTheTokenBringsAlong() {
        ECKey stranger = TestKeys.generate("k1");
        assertThat(verifier.verify(signed(header(b -> b.jwk(stranger.toPublicJWK())), claims(), stranger)))
                .isEmpty();
        assertThat(verifier.verify(signed(header(b -> b.jwk(KEY.toPublicJWK())), claims(), KEY)))
                .isEmpty();
        assertThat(verifier.verify(signed(header(b -> b.jwkURL(URI.create("http://127.0.0.1/keys"))), claims(), KEY)))
                .isEmpty();
        assertThat(verifier.verify(
                        signed(header(b -> b.x509CertURL(URI.create("http://127.0.0.1/cert"))), claims(), KEY)))
                .isEmpty();
        assertThat(verifier.verify(signed(header(b -> b.criticalParams(Set.of("exp"))), claims(), KEY)))
                .isEmpty();
    }

    @Test
    void refusesOtherTypes() {
        assertThat(verifier.verify(signed(header(b -> b.type(JOSEObjectType.JWT)), claims(), KEY)))
                .isEmpty();
        assertThat(verifier.verify(signed(header(b -> b.type(null)), claims(), KEY)))
                .isEmpty();
    }

    @Test
    void refusesForeignIssuersAndAudiences() {
        assertThat(verifier.verify(signed(header(), claims().issuer("somebody"), KEY)))
                .isEmpty();
        assertThat(verifier.verify(signed(header(), claims().issuer(null), KEY)))
                .isEmpty();
        assertThat(verifier.verify(signed(header(), claims().audience("somebody"), KEY)))
                .isEmpty();
        assertThat(verifier.verify(signed(header(), claims().audience((String) null), KEY)))
                .isEmpty();
    }

    @Test
    void refusesTokensOutOfTheirTime() {
        Date past = Date.from(NOW.minusSeconds(6));
        Date future = Date.from(NOW.plusSeconds(6));
        assertThat(verifier.verify(signed(header(), claims().expirationTime(past), KEY)))
                .isEmpty();
        assertThat(verifier.verify(signed(header(), claims().expirationTime(null), KEY)))
                .isEmpty();
        assertThat(verifier.verify(signed(header(), claims().notBeforeTime(future), KEY)))
                .isEmpty();
        assertThat(verifier.verify(signed(header(), claims().notBeforeTime(null), KEY)))
                .isEmpty();
    }

    @Test
    void refusesTokensWithoutAccountOrSession() {
        assertThat(verifier.verify(signed(header(), claims().subject(null), KEY)))
                .isEmpty();
        assertThat(verifier.verify(signed(header(), claims().subject("ada"), KEY)))
                .isEmpty();
        assertThat(verifier.verify(signed(header(), claims().claim("sid", null), KEY)))
                .isEmpty();
        assertThat(verifier.verify(signed(header(), claims().claim("sid", 7), KEY)))
                .isEmpty();
        assertThat(verifier.verify(signed(header(), claims().claim("sid", "x' OR 1=1"), KEY)))
                .isEmpty();
    }

    @Test
    void refusesChangedTokens() {
        String token = signed(header(), claims(), KEY);
        String[] parts = token.split("\\.", -1);
        String admin =
                new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8).replace("s-1", "s-2");
        String changed = Base64.getUrlEncoder().withoutPadding().encodeToString(admin.getBytes(StandardCharsets.UTF_8));
        assertThat(verifier.verify(parts[0] + "." + changed + "." + parts[2])).isEmpty();
        assertThat(verifier.verify(parts[0] + "." + parts[1] + "." + "A".repeat(86)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "..", "a.b.c", "e30.e30.e30", "a.b.c.d.e", "\u0000", "💥.💥.💥"})
    void refusesWhatIsNoToken(String text) {
        assertThat(verifier.verify(text)).isEmpty();
    }

    @Test
    void refusesEndlessTokens() {
        assertThat(verifier.verify(signed(header(), claims().claim("x", "y".repeat(5_000)), KEY)))
                .isEmpty();
    }

    private static JWSHeader header() {
        return header(UnaryOperator.identity());
    }

    private static JWSHeader header(UnaryOperator<JWSHeader.Builder> change) {
        return change.apply(new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(AccessTokens.TYPE)
                        .keyID("k1"))
                .build();
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("tidings")
                .audience("tidings")
                .subject(ADA.toString())
                .claim("sid", "s-1")
                .claim("roles", List.of("USER", "ADMIN", "SOMETHING_NEW"))
                .issueTime(Date.from(NOW))
                .notBeforeTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plus(Duration.ofMinutes(5))))
                .jwtID("j-1");
    }

    private static String signed(JWSHeader header, JWTClaimsSet.Builder claims, ECKey key) {
        try {
            return signed(header, claims, new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(JWSHeader header, JWTClaimsSet.Builder claims, JWSSigner signer) {
        try {
            SignedJWT token = new SignedJWT(header, claims.build());
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
