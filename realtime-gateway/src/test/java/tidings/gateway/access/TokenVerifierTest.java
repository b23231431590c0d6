package tidings.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tidings.events.account.AccountId;
import tidings.gateway.client.Tokens;

class TokenVerifierTest {

    private static final JOSEObjectType AT_JWT = new JOSEObjectType("at+jwt");
    private static final int SIGNATURE_BYTES = 64;
    private final AccountId ann = new AccountId(UUID.randomUUID());
    private Tokens tokens;
    private TokenVerifier verifier;

    Signatures signatures() {
        return Signatures.OF_THE_JDK;
    }

    @BeforeEach
    void prepare() throws Exception {
        tokens = new Tokens();
        verifier = new TokenVerifier(
                new SigningKeys(tokens.jwksUri(), signatures(), Clock.systemUTC()), Clock.systemUTC());
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("tidings")
                .audience("tidings")
                .subject(ann.toString())
                .claim("sid", "s")
                .issueTime(Date.from(Instant.now()))
                .notBeforeTime(Date.from(Instant.now()))
                .jwtID("token")
                .expirationTime(Date.from(Instant.now().plusSeconds(60)));
    }

    private JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(AT_JWT)
                .keyID(tokens.key().getKeyID());
    }

    private void assertDenied(String token) {
        assertThat(verifier.verify(token)).isInstanceOf(Authentication.Denied.class);
    }

    @Test
    void letsAValidTokenIn() {
        Instant expiry = Instant.ofEpochSecond(Instant.now().getEpochSecond() + 60);
        assertThat(verifier.verify(tokens.of(ann, "s", expiry)))
                .isEqualTo(new Authentication.Granted(new Identity(ann, "s", expiry)));
    }

    @Test
    void refusesUnsignedAndSymmetricTokens() throws Exception {
        assertDenied(new PlainJWT(claims().build()).serialize());
        SignedJWT confused = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(AT_JWT)
                        .keyID(tokens.key().getKeyID())
                        .build(),
                claims().build());
        confused.sign(new MACSigner(tokens.key().toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8)));
        assertDenied(confused.serialize());
    }

    @Test
    void refusesAKeyThatTheTokenBrings() throws Exception {
        ECKey foreign = new ECKeyGenerator(Curve.P_256).keyID("foreign").generate();
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(AT_JWT)
                        .keyID("foreign")
                        .jwk(foreign.toPublicJWK())
                        .build(),
                claims().build());
        jwt.sign(new com.nimbusds.jose.crypto.ECDSASigner(foreign));
        assertDenied(jwt.serialize());
    }

    @Test
    void refusesAnotherKindOfToken() {
        assertDenied(tokens.sign(header().type(JOSEObjectType.JWT).build(), claims().build()));
    }

    @Test
    void refusesWrongOrMissingClaims() {
        assertDenied(tokens.sign(header().build(), claims().issuer("other").build()));
        assertDenied(tokens.sign(header().build(), claims().audience("other").build()));
        assertDenied(tokens.sign(header().build(), claims().claim("sid", null).build()));
        assertDenied(tokens.sign(header().build(), claims().claim("sid", "").build()));
        assertDenied(tokens.sign(header().build(), claims().claim("sid", "a b").build()));
        assertDenied(tokens.sign(header().build(), claims().jwtID(null).build()));
        assertDenied(tokens.sign(header().build(), claims().issueTime(null).build()));
        assertDenied(tokens.sign(header().build(), claims().notBeforeTime(null).build()));
        assertDenied(tokens.sign(
                header().build(),
                claims().issueTime(Date.from(Instant.now().plusSeconds(60))).build()));
        assertDenied(tokens.sign(header().build(), claims().subject("no id").build()));
        assertDenied(tokens.sign(header().build(), claims().expirationTime(null).build()));
    }

    @Test
    void refusesOutsideItsTime() {
        assertDenied(tokens.of(ann, "s", Instant.now().minusSeconds(1)));
        assertDenied(tokens.sign(
                header().build(),
                claims().notBeforeTime(Date.from(Instant.now().plusSeconds(60))).build()));
    }

    @Test
    void refusesATamperedToken() {
        String token = tokens.of(ann);
        int middle = token.indexOf('.') + 20;
        char other = token.charAt(middle) == 'A' ? 'B' : 'A';
        assertDenied(token.substring(0, middle) + other + token.substring(middle + 1));
        assertDenied("a.b.c");
        assertDenied("");
    }

    @Test
    void refusesSignaturesThatAreNone() {
        String token = tokens.of(ann);
        String signed = token.substring(0, token.lastIndexOf('.') + 1);
        byte[] largest = new byte[SIGNATURE_BYTES];
        Arrays.fill(largest, (byte) 0xff);
        byte[] genuine = Base64URL.from(token.substring(signed.length())).decode();
        byte[] swapped = new byte[SIGNATURE_BYTES];
        System.arraycopy(genuine, 0, swapped, SIGNATURE_BYTES / 2, SIGNATURE_BYTES / 2);
        System.arraycopy(genuine, SIGNATURE_BYTES / 2, swapped, 0, SIGNATURE_BYTES / 2);
        for (byte[] signature : List.of(
                new byte[SIGNATURE_BYTES],
                largest,
                swapped,
                Arrays.copyOf(genuine, SIGNATURE_BYTES - 1),
                Arrays.copyOf(genuine, SIGNATURE_BYTES + 1),
                new byte[0])) {
            assertDenied(signed + Base64URL.encode(signature));
        }
    }

    @Test
    void saysThatItCannotTellWithoutKeys() {
        TokenVerifier blind = new TokenVerifier(
                new SigningKeys(Path.of("no", "such", "file").toUri(), signatures(), Clock.systemUTC()),
                Clock.systemUTC());
        assertThat(blind.verify(tokens.of(ann))).isInstanceOf(Authentication.Undecided.class);
    }
}
