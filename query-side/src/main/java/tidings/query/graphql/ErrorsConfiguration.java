package tidings.query.graphql;

import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.schema.DataFetchingEnvironment;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;
import org.springframework.graphql.execution.DataFetcherExceptionResolverAdapter;
import org.springframework.graphql.execution.SubscriptionExceptionResolver;
import org.springframework.graphql.execution.SubscriptionExceptionResolverAdapter;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.transaction.TransactionException;
import tidings.query.admission.ShareInUseException;

/** Every error carries a code; what is not expected is logged and tells nothing of the inside. */
@Configuration(proxyBeanMethods = false)
class ErrorsConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorsConfiguration.class);
    private static final String CODE = "code";

    @Bean
    DataFetcherExceptionResolver fieldErrors() {
        return new DataFetcherExceptionResolverAdapter() {
            @Override
            protected GraphQLError resolveToSingleError(Throwable error, DataFetchingEnvironment environment) {
                return described(GraphqlErrorBuilder.newError(environment), error);
            }
        };
    }

    @Bean
    SubscriptionExceptionResolver subscriptionErrors() {
        return new SubscriptionExceptionResolverAdapter() {
            @Override
            protected GraphQLError resolveToSingleError(Throwable error) {
                return described(GraphqlErrorBuilder.newError(), error);
            }
        };
    }

    private static GraphQLError described(GraphqlErrorBuilder<?> builder, Throwable error) {
        return switch (error) {
            case QueryRefusedException refused ->
                builder.message(String.valueOf(refused.getMessage()))
                        .extensions(Map.of(CODE, refused.code().name()))
                        .build();
            case QueryTimeoutException ignored ->
                builder.message("the query took too long")
                        .extensions(Map.of(CODE, ErrorCode.TIMEOUT.name()))
                        .build();
            case DataAccessResourceFailureException ignored -> unavailable(builder, error);
            case TransientDataAccessException ignored -> unavailable(builder, error);
            case TransactionException ignored -> unavailable(builder, error);
            default -> {
                LOG.warn("a query failed", error);
                yield builder.message("the query failed")
                        .extensions(Map.of(CODE, ErrorCode.INTERNAL.name()))
                        .build();
            }
        };
    }

    private static GraphQLError unavailable(GraphqlErrorBuilder<?> builder, Throwable error) {
        if (NestedExceptionUtils.getMostSpecificCause(error) instanceof ShareInUseException) {
            return builder.message("your other queries use your share of the database: wait for their answers first")
                    .extensions(Map.of(CODE, ErrorCode.RATE_LIMITED.name()))
                    .build();
        }
        LOG.warn("the views are out of reach: {}", error.toString());
        return builder.message("the views are out of reach: try again later")
                .extensions(Map.of(CODE, ErrorCode.UNAVAILABLE.name()))
                .build();
    }

    /** Gives a code to the errors that GraphQL itself finds: syntax, validation, limits. */
    @Bean
    WebGraphQlInterceptor codes() {
        return (request, chain) -> chain.next(request)
                .map(response -> response.getErrors().isEmpty()
                        ? response
                        : response.transform(
                                builder -> builder.errors(response.getExecutionResult().getErrors().stream()
                                        .map(ErrorsConfiguration::coded)
                                        .toList())));
    }

    private static GraphQLError coded(GraphQLError error) {
        @Nullable Map<String, Object> extensions = error.getExtensions();
        if (extensions != null && extensions.containsKey(CODE)) {
            return error;
        }
        Map<String, Object> coded = new HashMap<>(extensions == null ? Map.of() : extensions);
        coded.put(CODE, codeOf(error).name());
        return GraphqlErrorBuilder.newError()
                .message(String.valueOf(error.getMessage()))
                .locations(error.getLocations())
                .path(error.getPath())
                .errorType(error.getErrorType())
                .extensions(coded)
                .build();
    }

    private static ErrorCode codeOf(GraphQLError error) {
        if (error.getErrorType() instanceof ErrorType type) {
            return switch (type) {
                case InvalidSyntax, ValidationError, OperationNotSupported -> ErrorCode.BAD_REQUEST;
                case ExecutionAborted -> ErrorCode.TOO_COMPLEX;
                case DataFetchingException, NullValueInNonNullableField -> ErrorCode.INTERNAL;
            };
        }
        return ErrorCode.BAD_REQUEST;
    }
}
