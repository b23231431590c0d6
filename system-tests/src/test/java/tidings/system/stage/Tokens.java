package tidings.system.stage;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import tidings.system.client.Account;

/** Access tokens of any span of time, signed with the instance's own key. */
final class Tokens {

    private Tokens() {}

    /** The account with a token that is good for that span only. */
    static Account valid(Account account, Instant from, Instant to, Path secrets) {
        try {
            ECKey key = signingKey(secrets);
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .type(new JOSEObjectType("at+jwt"))
                            .keyID(key.getKeyID())
                            .build(),
                    claims(account, from, to));
            token.sign(new ECDSASigner(key));
            return account.withToken(token.serialize());
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key that the instance signs with. */
    static ECKey signingKey(Path secrets) {
        try {
            return JWKSet.load(secrets.resolve("signing-keys.json").toFile())
                    .getKeys()
                    .getFirst()
                    .toECKey();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The session of the account's own token: it must be one that the command side knows. */
    private static JWTClaimsSet claims(Account account, Instant from, Instant to) throws ParseException {
        return new JWTClaimsSet.Builder()
                .issuer("tidings")
                .audience("tidings")
                .subject(account.id())
                .claim(
                        "sid",
                        SignedJWT.parse(account.accessToken()).getJWTClaimsSet().getStringClaim("sid"))
                .claim("roles", List.of("USER"))
                .issueTime(Date.from(from))
                .notBeforeTime(Date.from(from))
                .expirationTime(Date.from(to))
                .jwtID(UUID.randomUUID().toString())
                .build();
    }
}
