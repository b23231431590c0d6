package tidings.query.access;

import java.util.Set;
import org.springframework.stereotype.Component;
import tidings.access.AccessTokenVerifier;
import tidings.access.Authentication;
import tidings.access.BearerToken;
import tidings.access.Scope;

/** Whose access tokens open GraphQL, over HTTP and over sockets. */
@Component
public final class ReaderAuthentication {

    private static final Set<Scope> SCOPES = Set.of(Scope.MESSAGES_READ);

    private final AccessTokenVerifier tokens;

    ReaderAuthentication(AccessTokenVerifier tokens) {
        this.tokens = tokens;
    }

    /** Fails where the views cannot be asked. */
    public Authentication ofToken(String token) {
        return tokens.verify(token).requiring(SCOPES);
    }

    /** As {@link #ofToken} for the value of an {@code Authorization} header. */
    public Authentication ofHeader(String header) {
        String token = BearerToken.in(header);
        return token == null ? new Authentication.Denied("only Bearer is known") : ofToken(token);
    }
}
