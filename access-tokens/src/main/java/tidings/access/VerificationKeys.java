package tidings.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetBasedJWKSource;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.security.Key;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The public keys that tokens are verified with. They are read again every five minutes, ahead of time and beside the
 * callers, and when an unknown kid turns up, at most twice a second, so that a stranger's tokens cannot make it busy. While they
 * cannot be read, those that are known stay good.
 */
public final class VerificationKeys implements JWSKeySelector<SecurityContext>, AutoCloseable {

    private static final long KEPT_MS = 300_000;
    private static final long REFRESHED_AHEAD_MS = 30_000;
    private static final long PATIENCE_MS = 5_000;
    private static final long MIN_INTERVAL_MS = 1_000;
    private static final int TIMEOUT_MS = 2_000;
    private static final int MAX_BYTES = 65_536;

    private final JWKSetBasedJWKSource<SecurityContext> source;
    private final Clock clock;
    private volatile Usable usable = new Usable(new JWKSet(), Map.of());

    /** The keys of a set, ready for use. */
    private record Usable(JWKSet set, Map<String, ECPublicKey> byId) {}

    private VerificationKeys(JWKSourceBuilder<SecurityContext> builder, Clock clock) {
        this.clock = clock;
        this.source = (JWKSetBasedJWKSource<SecurityContext>) builder.cache(KEPT_MS, PATIENCE_MS)
                .refreshAheadCache(
                        REFRESHED_AHEAD_MS,
                        null,
                        Executors.newSingleThreadExecutor(Thread.ofPlatform()
                                .name("verification-keys")
                                .daemon()
                                .factory()),
                        true,
                        null,
                        false)
                .rateLimited(MIN_INTERVAL_MS)
                .outageTolerantForever()
                .build();
    }

    /**
     * The keys of a JWK set (RFC 7517) that others publish. Fails with IllegalArgumentException for another address.
     *
     * @param uri {@code file:} or {@code http(s):}
     */
    public static VerificationKeys at(URI uri, Clock clock) {
        try {
            return new VerificationKeys(
                    JWKSourceBuilder.create(
                            uri.toURL(), new DefaultResourceRetriever(TIMEOUT_MS, TIMEOUT_MS, MAX_BYTES)),
                    clock);
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("no address of a JWK set: " + uri, e);
        }
    }

    /** The public half of the keys that this process signs with. */
    public static VerificationKeys of(SigningKeys keys, Clock clock) {
        return new VerificationKeys(JWKSourceBuilder.create(new OwnKeys(keys)), clock);
    }

    private record OwnKeys(SigningKeys keys) implements JWKSetSource<SecurityContext> {

        @Override
        public JWKSet getJWKSet(
                JWKSetCacheRefreshEvaluator refresh, long currentTime, @Nullable SecurityContext context) {
            return keys.publicKeys();
        }

        @Override
        public void close() {}
    }

    /** None, or the one that the header's kid names. */
    @Override
    public List<? extends Key> selectJWSKeys(JWSHeader header, @Nullable SecurityContext context)
            throws KeySourceException {
        if (!AccessTokenFormat.ALGORITHM.equals(header.getAlgorithm())) {
            return List.of();
        }
        Usable known = usable(JWKSetCacheRefreshEvaluator.noRefresh());
        ECPublicKey key = known.byId().get(header.getKeyID());
        return key != null ? List.of(key) : addedSince(known, header.getKeyID());
    }

    private List<ECPublicKey> addedSince(Usable known, String keyId) throws KeySourceException {
        try {
            ECPublicKey key = usable(JWKSetCacheRefreshEvaluator.referenceComparison(known.set()))
                    .byId()
                    .get(keyId);
            return key == null ? List.of() : List.of(key);
        } catch (RateLimitReachedException e) {
            return List.of(); // the keys were read within the last second, and it was not among them
        }
    }

    private Usable usable(JWKSetCacheRefreshEvaluator refresh) throws KeySourceException {
        JWKSet set = source.getJWKSetSource().getJWKSet(refresh, clock.millis(), null);
        Usable last = usable;
        if (last.set() == set) {
            return last;
        }
        Usable fresh = new Usable(set, byId(set));
        usable = fresh;
        return fresh;
    }

    private static Map<String, ECPublicKey> byId(JWKSet set) throws KeySourceException {
        Map<String, ECPublicKey> byId = new HashMap<>();
        for (JWK key : set.getKeys()) {
            if (key instanceof ECKey ec && ec.getKeyID() != null) {
                try {
                    byId.put(ec.getKeyID(), ec.toECPublicKey());
                } catch (JOSEException e) {
                    throw new KeySourceException("unusable key " + ec.getKeyID(), e);
                }
            }
        }
        return Map.copyOf(byId);
    }

    @Override
    public void close() {
        try {
            source.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
