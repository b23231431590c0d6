package tidings.gateway.rehearsal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;

/** The people of a rehearsal, made up anew for each: who they are, where they talk, how they sign in. */
final class Cast {

    static final int CHANNEL_MEMBERS = 10;
    private static final int CHANNELS = 6;
    private static final Duration ENGAGEMENT = Duration.ofMinutes(10);

    /** One of them. */
    record Actor(AccountId accountId, ChannelId channelId, String token) {}

    private final ECKey key;
    private final List<Actor> actors = new ArrayList<>();

    Cast(Instant now) {
        try {
            key = new ECKeyGenerator(Curve.P_256).keyID("rehearsal").generate();
            for (int i = 0; i < CHANNELS; i++) {
                ChannelId channelId = new ChannelId(RehearsalIdFactory.next());
                for (int j = 0; j < CHANNEL_MEMBERS; j++) {
                    AccountId accountId = new AccountId(RehearsalIdFactory.next());
                    actors.add(new Actor(accountId, channelId, token(accountId, now)));
                }
            }
        } catch (JOSEException e) {
            throw new IllegalStateException("the rehearsal's tokens cannot be signed", e);
        }
    }

    List<Actor> actors() {
        return List.copyOf(actors);
    }

    /** The public part of the key that signed their tokens, as a JWK set. */
    String keys() {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    private String token(AccountId accountId, Instant now) throws JOSEException {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer("tidings")
                .audience("tidings")
                .subject(accountId.toString())
                .claim("sid", "rehearsal-of-" + accountId)
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plus(ENGAGEMENT)))
                .jwtID("rehearsal")
                .build();
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType("at+jwt"))
                        .keyID(key.getKeyID())
                        .build(),
                claims);
        jwt.sign(new ECDSASigner(key));
        return jwt.serialize();
    }
}
