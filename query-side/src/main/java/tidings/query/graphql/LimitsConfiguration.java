package tidings.query.graphql;

import graphql.analysis.FieldComplexityCalculator;
import graphql.analysis.FieldComplexityEnvironment;
import graphql.analysis.MaxQueryComplexityInstrumentation;
import graphql.analysis.MaxQueryDepthInstrumentation;
import graphql.execution.instrumentation.Instrumentation;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.server.TimeoutWebGraphQlInterceptor;

/** What one query may cost at most: depth, fields times the lengths of their lists, and time. */
@Configuration(proxyBeanMethods = false)
class LimitsConfiguration {

    private static final int MAX_DEPTH = 15;
    private static final int MAX_COMPLEXITY = 25_000;
    private static final Duration MAX_TIME = Duration.ofSeconds(10);

    @Bean
    Instrumentation depthLimit() {
        return new MaxQueryDepthInstrumentation(MAX_DEPTH);
    }

    @Bean
    Instrumentation complexityLimit() {
        return new MaxQueryComplexityInstrumentation(MAX_COMPLEXITY, new ListLengths());
    }

    @Bean
    TimeoutWebGraphQlInterceptor timeLimit() {
        return new TimeoutWebGraphQlInterceptor(MAX_TIME);
    }

    /** A field costs 1, a list its length times its element. */
    private static final class ListLengths implements FieldComplexityCalculator {

        private static final int SHORT_LIST = 5;

        @Override
        public int calculate(FieldComplexityEnvironment field, int children) {
            long cost = 1L + (long) length(field) * children;
            return (int) Math.min(cost, MAX_COMPLEXITY + 1L);
        }

        private static int length(FieldComplexityEnvironment field) {
            return switch (field.getField().getName()) {
                case "channels", "members", "bans", "pins", "messages", "events", "replies", "search" -> asked(field);
                case "reactions", "revisions", "accounts" -> SHORT_LIST;
                default -> 1;
            };
        }

        private static int asked(FieldComplexityEnvironment field) {
            Object first = field.getArguments().get("first");
            Object last = field.getArguments().get("last");
            int asked = first instanceof Integer number
                    ? number
                    : last instanceof Integer number ? number : PageRequest.USUAL;
            return Math.clamp(asked, 1, ChannelController.MOST_EVENTS);
        }
    }
}
