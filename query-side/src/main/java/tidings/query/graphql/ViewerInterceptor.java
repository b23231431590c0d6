package tidings.query.graphql;

import graphql.execution.SubscriptionExecutionStrategy;
import java.util.Map;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tidings.access.Identity;
import tidings.query.access.ViewerFilter;

/** Hands the verified caller, whom the doors leave in the request's attributes, on to every field. */
@Component
final class ViewerInterceptor implements WebGraphQlInterceptor {

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        if (!(request.getAttributes().get(ViewerFilter.VIEWER) instanceof Identity viewer)) {
            return Mono.error(new QueryRefusedException(ErrorCode.UNAUTHENTICATED, "a valid access token is needed"));
        }
        // fields of an event are fetched concurrently; without this an event could overtake the one before
        request.configureExecutionInput((input, builder) -> builder.graphQLContext(Map.of(
                        ViewerFilter.VIEWER,
                        viewer,
                        SubscriptionExecutionStrategy.KEEP_SUBSCRIPTION_EVENTS_ORDERED,
                        true))
                .build());
        return chain.next(request);
    }
}
