package tidings.command.oidc;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderConfigurationRequest;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a provider says of itself (OpenID Connect Discovery 1.0), read when it is needed and kept for an hour. */
final class Discovery {

    private static final Duration KEEP = Duration.ofHours(1);
    private static final Duration KEEP_KEYS = Duration.ofMinutes(5);

    private final URI issuer;
    private final ProviderHttp http;
    private final Clock clock;
    private volatile @Nullable Found found;

    Discovery(URI issuer, ProviderHttp http, Clock clock) {
        this.issuer = issuer;
        this.http = http;
        this.clock = clock;
    }

    /** @param keys what its tokens are signed with; a new kid makes it look again */
    record Found(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys, Instant at) {}

    /** @throws IOException when the provider does not answer, or with something that is not its own description */
    Found read() throws IOException {
        Found known = found;
        Instant now = clock.instant();
        if (known != null && now.isBefore(known.at().plus(KEEP))) {
            return known;
        }
        try {
            Found fresh = fetch(now);
            found = fresh;
            return fresh;
        } catch (ParseException e) {
            throw new IOException(e);
        }
    }

    private Found fetch(Instant now) throws IOException, ParseException {
        String base = issuer.toString().replaceAll("/+$", "");
        OIDCProviderMetadata metadata = OIDCProviderMetadata.parse(
                http.get(URI.create(base + OIDCProviderConfigurationRequest.OPENID_PROVIDER_WELL_KNOWN_PATH)));
        if (!metadata.getIssuer().getValue().equals(issuer.toString())) {
            throw new IOException("it calls itself " + metadata.getIssuer());
        }
        for (URI endpoint : endpoints(metadata)) {
            if (!ProviderHttp.isSafe(endpoint)) {
                throw new IOException("one of its addresses is not https");
            }
        }
        return new Found(metadata, keys(metadata.getJWKSetURI()), now);
    }

    private static List<URI> endpoints(OIDCProviderMetadata metadata) throws IOException {
        URI authorization = metadata.getAuthorizationEndpointURI();
        URI token = metadata.getTokenEndpointURI();
        URI keys = metadata.getJWKSetURI();
        if (authorization == null || token == null || keys == null) {
            throw new IOException("it lacks an address");
        }
        return List.of(authorization, token, keys);
    }

    private JWKSource<SecurityContext> keys(URI uri) throws MalformedURLException {
        return JWKSourceBuilder.<SecurityContext>create(uri.toURL(), http)
                .cache(KEEP_KEYS.toMillis(), JWKSourceBuilder.DEFAULT_CACHE_REFRESH_TIMEOUT)
                .refreshAheadCache(false)
                .build();
    }
}
