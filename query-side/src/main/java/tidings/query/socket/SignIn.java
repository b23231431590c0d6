package tidings.query.socket;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tidings.access.Authentication;
import tidings.query.access.ReaderAuthentication;

/**
 * A socket signs in by the header of its upgrade, or by {@code Authorization: "Bearer …"} (or {@code token}) in the
 * payload of {@code connection_init}.
 */
@Component
final class SignIn {

    private static final Authentication NO_TOKEN = new Authentication.Denied("no token");

    private final ReaderAuthentication readers;

    SignIn(ReaderAuthentication readers) {
        this.readers = readers;
    }

    /** The first of the tokens that is good; without one, what became of the last. Fails where the views cannot be asked. */
    Authentication of(HttpHeaders upgrade, Map<String, @Nullable Object> payload) {
        return Stream.of(
                        header(upgrade.getFirst(HttpHeaders.AUTHORIZATION)),
                        header(payload.get("Authorization")),
                        header(payload.get("authorization")),
                        payload.get("token") instanceof String token ? readers.ofToken(token) : null)
                .filter(Objects::nonNull)
                .reduce((first, next) -> first instanceof Authentication.Granted ? first : next)
                .orElse(NO_TOKEN);
    }

    private @Nullable Authentication header(@Nullable Object value) {
        return value instanceof String text ? readers.ofHeader(text) : null;
    }
}
