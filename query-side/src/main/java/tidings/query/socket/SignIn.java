package tidings.query.socket;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tidings.query.identity.TokenVerifier;
import tidings.query.identity.Viewer;

/**
 * A socket signs in by the header of its upgrade, or by {@code Authorization: "Bearer …"} (or {@code token}) in the
 * payload of {@code connection_init}.
 */
@Component
final class SignIn {

    private final TokenVerifier tokens;

    SignIn(TokenVerifier tokens) {
        this.tokens = tokens;
    }

    /** Empty without a valid token. Fails where that cannot be told for now. */
    Optional<Viewer> of(HttpHeaders upgrade, Map<String, @Nullable Object> payload) {
        return Stream.of(
                        header(upgrade.getFirst(HttpHeaders.AUTHORIZATION)),
                        header(payload.get("Authorization")),
                        header(payload.get("authorization")),
                        payload.get("token") instanceof String token ? tokens.viewer(token) : Optional.<Viewer>empty())
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Viewer> header(@Nullable Object value) {
        return value instanceof String text ? tokens.viewerOfHeader(text) : Optional.empty();
    }
}
