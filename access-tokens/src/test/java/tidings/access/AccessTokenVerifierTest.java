package tidings.access;

import static org.assertj.core.api.Assertions.assertThat;
import static tidings.access.SampleTokens.ADA;
import static tidings.access.SampleTokens.KEY;
import static tidings.access.SampleTokens.NOW;
import static tidings.access.SampleTokens.claims;
import static tidings.access.SampleTokens.header;
import static tidings.access.SampleTokens.signed;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.PlainJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokenVerifierTest {

    private static final Identity ADAS = new Identity(ADA, "s-1", NOW.plus(Duration.ofMinutes(5)), null);

    @TempDir
    static Path folder;

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private AccessTokenVerifier verifier;

    /** Whoever computes the signatures, the answers are the same. */
    SignatureProvider provider() {
        return SignatureProvider.JDK;
    }

    @BeforeEach
    void prepare() {
        URI keys = TestKeys.write(folder.resolve("keys.json"), KEY).toUri();
        verifier = verifier(keys);
    }

    private AccessTokenVerifier verifier(URI keys) {
        return new AccessTokenVerifier(
                VerificationKeys.at(keys, clock), provider(), (account, session) -> session.equals("ended"), clock);
    }

    private void assertDenied(String token) {
        assertThat(verifier.verify(token)).isInstanceOf(Authentication.Denied.class);
    }

    @Test
    void acceptsWhatWeIssue() {
        assertThat(verifier.verify(signed(header(), claims(), KEY))).isEqualTo(new Authentication.Granted(ADAS));
        assertThat(verifier.verify(signed(header(), claims().claim("scope", "messages:read"), KEY)))
                .isEqualTo(new Authentication.Granted(
                        new Identity(ADA, "s-1", ADAS.expiresAt(), Set.of(Scope.MESSAGES_READ))));
    }

    @Test
    void refusesTokensWithoutSignature() {
        assertDenied(new PlainJWT(claims().build()).serialize());
        String unsigned = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        "{\"alg\":\"none\",\"typ\":\"at+jwt\",\"kid\":\"k1\"}".getBytes(StandardCharsets.UTF_8));
        String payload = signed(header(), claims(), KEY).split("\\.", -1)[1];
        assertDenied(unsigned + "." + payload + ".");
    }

    @Test
    void refusesAnotherAlgorithmUnderOurKeyId() throws JOSEException {
        byte[] publicKey = KEY.toPublicJWK().toString().getBytes(StandardCharsets.UTF_8);
        JWSHeader hs = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .type(AccessTokenFormat.TYPE)
                .keyID("k1")
                .build();
        assertDenied(signed(hs, claims(), new MACSigner(publicKey)));
        byte[] encodedKey = KEY.toECPublicKey().getEncoded();
        assertDenied(signed(hs, claims(), new MACSigner(encodedKey)));

        JWSHeader rs = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(AccessTokenFormat.TYPE)
                .keyID("k1")
                .build();
        assertDenied(signed(rs, claims(), new RSASSASigner(new RSAKeyGenerator(2048).generate())));

        ECKey p384 = new ECKeyGenerator(Curve.P_384).keyID("k1").generate();
        JWSHeader es384 = new JWSHeader.Builder(JWSAlgorithm.ES384)
                .type(AccessTokenFormat.TYPE)
                .keyID("k1")
                .build();
        assertDenied(signed(es384, claims(), new ECDSASigner(p384)));
    }

    @Test
    void refusesAnotherKeyUnderOurKeyId() {
        assertDenied(signed(header(), claims(), TestKeys.generate("k1")));
    }

    @Test
    void refusesUnknownAndMissingKeyIds() {
        ECKey stranger = TestKeys.generate("k2");
        assertDenied(signed(header(b -> b.keyID("k2")), claims(), stranger));
        assertDenied(signed(header(b -> b.keyID("../../k1' OR '1'='1")), claims(), KEY));
        assertDenied(signed(header(b -> b.keyID(null)), claims(), KEY));
    }

    @Test
    void refusesKeysThatTheTokenBringsAlong() {
        ECKey stranger = TestKeys.generate("k1");
        assertDenied(signed(header(b -> b.jwk(stranger.toPublicJWK())), claims(), stranger));
        assertDenied(signed(header(b -> b.jwk(KEY.toPublicJWK())), claims(), KEY));
        assertDenied(signed(header(b -> b.jwkURL(URI.create("http://127.0.0.1/keys"))), claims(), KEY));
        assertDenied(signed(header(b -> b.x509CertURL(URI.create("http://127.0.0.1/cert"))), claims(), KEY));
        assertDenied(signed(header(b -> b.criticalParams(Set.of("exp"))), claims(), KEY));
    }

    @Test
    void refusesOtherTypes() {
        assertDenied(signed(header(b -> b.type(JOSEObjectType.JWT)), claims(), KEY));
        assertDenied(signed(header(b -> b.type(null)), claims(), KEY));
    }

    @Test
    void refusesForeignIssuersAndAudiences() {
        assertDenied(signed(header(), claims().issuer("somebody"), KEY));
        assertDenied(signed(header(), claims().issuer(null), KEY));
        assertDenied(signed(header(), claims().audience("somebody"), KEY));
        assertDenied(signed(header(), claims().audience((String) null), KEY));
    }

    @Test
    void refusesTokensOutOfTheirTime() {
        Date past = Date.from(NOW.minusSeconds(6));
        Date future = Date.from(NOW.plusSeconds(6));
        assertDenied(signed(header(), claims().expirationTime(past), KEY));
        assertDenied(signed(header(), claims().expirationTime(null), KEY));
        assertDenied(signed(header(), claims().notBeforeTime(future), KEY));
        assertDenied(signed(header(), claims().notBeforeTime(null), KEY));
    }

    @Test
    void refusesTokensWithoutAccountOrSession() {
        assertDenied(signed(header(), claims().subject(null), KEY));
        assertDenied(signed(header(), claims().subject("ada"), KEY));
        assertDenied(signed(header(), claims().claim("sid", null), KEY));
        assertDenied(signed(header(), claims().claim("sid", 7), KEY));
        assertDenied(signed(header(), claims().claim("sid", "x' OR 1=1"), KEY));
    }

    @Test
    void refusesChangedTokens() {
        String token = signed(header(), claims(), KEY);
        String[] parts = token.split("\\.", -1);
        String admin =
                new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8).replace("s-1", "s-2");
        String changed = Base64.getUrlEncoder().withoutPadding().encodeToString(admin.getBytes(StandardCharsets.UTF_8));
        assertDenied(parts[0] + "." + changed + "." + parts[2]);
        assertDenied(parts[0] + "." + parts[1] + "." + "A".repeat(86));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "..", "a.b.c", "e30.e30.e30", "a.b.c.d.e", "\u0000", "💥.💥.💥"})
    void refusesWhatIsNoToken(String text) {
        assertDenied(text);
    }

    @Test
    void refusesEndlessTokens() {
        assertDenied(signed(header(), claims().claim("x", "y".repeat(5_000)), KEY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "aud", "sub", "sid", "iat", "nbf", "exp", "jti"})
    void refusesClaimsThatAreNull(String name) {
        assertDenied(signed(header(), claims().claim(name, null).serializeNullClaims(true), KEY));
    }

    @Test
    void refusesRolesThatAreNoNames() {
        assertDenied(signed(header(), claims().claim("roles", 7), KEY));
        assertDenied(signed(header(), claims().claim("roles", Arrays.asList("USER", null)), KEY));
    }

    @Test
    void refusesTheSessionThatHasEnded() {
        assertDenied(signed(header(), claims().claim("sid", "ended"), KEY));
    }

    @Test
    void tellsATokenOfTooFewScopesFromABadOne() {
        Authentication reader = verifier.verify(signed(header(), claims().claim("scope", "messages:read"), KEY));
        assertThat(reader.requiring(Set.of(Scope.MESSAGES_READ))).isEqualTo(reader);
        assertThat(reader.requiring(Set.of(Scope.MESSAGES_READ, Scope.MESSAGES_WRITE)))
                .isInstanceOfSatisfying(
                        Authentication.InsufficientScope.class,
                        missing -> assertThat(missing.challenge())
                                .isEqualTo("Bearer realm=\"tidings\", error=\"insufficient_scope\","
                                        + " scope=\"messages:read messages:write\""));
        assertThat(verifier.verify(signed(header(), claims(), KEY)).requiring(Set.of(Scope.CHANNELS_MANAGE)))
                .isInstanceOf(Authentication.Granted.class);
    }

    @Test
    void refusesEveryOtherTextOfAGoodSignature() {
        String token = signed(header(), claims(), KEY);
        assertDenied(token + "=");
        assertDenied(token + "==");
        assertDenied(token + "\n");
        assertDenied(" " + token);
        assertDenied(token + "." + token.substring(token.lastIndexOf('.') + 1));
        char last = token.charAt(token.length() - 1);
        assertDenied(token.substring(0, token.length() - 1) + (char) (last + 1)); // decodes to the same 64 bytes
    }

    @Test
    void refusesSignaturesThatAreNone() {
        String token = signed(header(), claims(), KEY);
        String signed = token.substring(0, token.lastIndexOf('.') + 1);
        byte[] genuine = Base64URL.from(token.substring(signed.length())).decode();
        byte[] largest = new byte[genuine.length];
        Arrays.fill(largest, (byte) 0xff);
        byte[] swapped = new byte[genuine.length];
        System.arraycopy(genuine, 0, swapped, genuine.length / 2, genuine.length / 2);
        System.arraycopy(genuine, genuine.length / 2, swapped, 0, genuine.length / 2);
        for (byte[] signature : List.of(
                new byte[genuine.length],
                largest,
                swapped,
                Arrays.copyOf(genuine, genuine.length - 1),
                Arrays.copyOf(genuine, genuine.length + 1),
                new byte[0])) {
            assertDenied(signed + Base64URL.encode(signature));
        }
    }

    @Test
    void staysCertainOfStrangersKeysHoweverOftenTheyCome() {
        String stranger = signed(header(b -> b.keyID("k2")), claims(), TestKeys.generate("k2"));
        for (int attempt = 0; attempt < 10; attempt++) {
            assertDenied(stranger);
        }
        assertThat(verifier.verify(signed(header(), claims(), KEY))).isInstanceOf(Authentication.Granted.class);
    }

    @Test
    void saysThatItCannotTellWithoutKeys() {
        AccessTokenVerifier blind = verifier(folder.resolve("none.json").toUri());
        String token = signed(header(), claims(), KEY);
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(blind.verify(token)).isInstanceOf(Authentication.Undecided.class);
        }
    }
}
