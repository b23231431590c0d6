package tidings.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import tidings.events.account.AccountId;

/** Tokens as they are issued, and what can be changed about them. */
final class SampleTokens {

    static final Instant NOW = Instant.parse("2026-11-24T03:04:05Z");
    static final AccountId ADA = AccountId.parse("0198c2a0-0000-7000-8000-0000000000aa");
    static final ECKey KEY = TestKeys.generate("k1");

    private SampleTokens() {}

    static JWSHeader header() {
        return header(UnaryOperator.identity());
    }

    static JWSHeader header(UnaryOperator<JWSHeader.Builder> change) {
        return change.apply(new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(AccessTokenFormat.TYPE)
                        .keyID("k1"))
                .build();
    }

    static JWTClaimsSet.Builder claims() {
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

    static String signed(JWSHeader header, JWTClaimsSet.Builder claims, ECKey key) {
        try {
            return signed(header, claims, new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String signed(JWSHeader header, JWTClaimsSet.Builder claims, JWSSigner signer) {
        try {
            SignedJWT token = new SignedJWT(header, claims.build());
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
