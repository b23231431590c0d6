package tidings.query.graphql;

import graphql.execution.SubscriptionExecutionStrategy;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.WebSocketGraphQlInterceptor;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import org.springframework.graphql.server.WebSocketSessionInfo;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tidings.query.identity.TokenVerifier;
import tidings.query.identity.Viewer;
import tidings.query.identity.ViewerStanding;

/**
 * Hands the verified caller on to every field. A socket authenticates by the header of its upgrade, or by
 * {@code Authorization: "Bearer …"} (or {@code token}) in the payload of {@code connection_init}.
 */
@Component
final class ViewerInterceptor implements WebSocketGraphQlInterceptor {

    private final TokenVerifier tokens;
    private final ViewerStanding standing;

    ViewerInterceptor(TokenVerifier tokens, ViewerStanding standing) {
        this.tokens = tokens;
        this.standing = standing;
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        Map<String, Object> attributes = request instanceof WebSocketGraphQlRequest socket
                ? socket.getSessionInfo().getAttributes()
                : request.getAttributes();
        if (!(attributes.get(Viewer.ATTRIBUTE) instanceof Viewer viewer)
                || (request instanceof WebSocketGraphQlRequest && !standing.holds(viewer))) {
            return Mono.error(new QueryRefused(ErrorCode.UNAUTHENTICATED, "a valid access token is needed"));
        }
        // fields of an event are fetched concurrently; without this an event could overtake the one before
        request.configureExecutionInput((input, builder) -> builder.graphQLContext(Map.of(
                        Viewer.ATTRIBUTE, viewer, SubscriptionExecutionStrategy.KEEP_SUBSCRIPTION_EVENTS_ORDERED, true))
                .build());
        return chain.next(request);
    }

    @Override
    public Mono<Object> handleConnectionInitialization(WebSocketSessionInfo session, Map<String, Object> payload) {
        Optional<Viewer> viewer = Stream.of(
                        header(session.getHeaders().getFirst(HttpHeaders.AUTHORIZATION)),
                        header(payload.get("Authorization")),
                        header(payload.get("authorization")),
                        payload.get("token") instanceof String token ? tokens.viewer(token) : Optional.<Viewer>empty())
                .flatMap(Optional::stream)
                .findFirst();
        if (viewer.isEmpty()) {
            return Mono.error(new QueryRefused(ErrorCode.UNAUTHENTICATED, "a valid access token is needed"));
        }
        session.getAttributes().put(Viewer.ATTRIBUTE, viewer.get());
        return Mono.empty();
    }

    private Optional<Viewer> header(@Nullable Object value) {
        return value instanceof String text ? tokens.viewerOfHeader(text) : Optional.empty();
    }
}
