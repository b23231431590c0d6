package tidings.query.socket;

import graphql.GraphQLError;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.execution.SubscriptionPublisherException;
import reactor.core.Exceptions;
import tidings.query.graphql.ErrorCode;
import tidings.query.graphql.QueryRefusedException;

/** What a client is told when an operation fails. */
final class OperationErrors {

    private static final Logger LOG = LoggerFactory.getLogger(OperationErrors.class);

    private OperationErrors() {}

    /** Of an unexpected failure no more than that there was one; the log has the rest. */
    static List<Map<String, Object>> of(Throwable failure) {
        return switch (Exceptions.unwrap(failure)) {
            case SubscriptionPublisherException known -> of(known.getErrors());
            case QueryRefusedException refused -> of(refused.code(), String.valueOf(refused.getMessage()));
            case TimeoutException ignored -> of(ErrorCode.TIMEOUT, "the query took too long");
            default -> {
                LOG.warn("a query failed", failure);
                yield of(ErrorCode.INTERNAL, "the query failed");
            }
        };
    }

    static List<Map<String, Object>> of(List<GraphQLError> errors) {
        return errors.stream().map(GraphQLError::toSpecification).toList();
    }

    private static List<Map<String, Object>> of(ErrorCode code, String message) {
        return List.of(Map.of("message", message, "extensions", Map.of("code", code.name())));
    }
}
