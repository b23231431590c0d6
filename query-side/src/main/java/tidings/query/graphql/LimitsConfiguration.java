package tidings.query.graphql;

import graphql.analysis.MaxQueryComplexityInstrumentation;
import graphql.analysis.MaxQueryDepthInstrumentation;
import graphql.execution.instrumentation.Instrumentation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What one query may cost at most: depth, fields at its root, and the work of its fields times the lengths of their lists. */
@Configuration(proxyBeanMethods = false)
class LimitsConfiguration {

    private static final int MAX_DEPTH = 15;
    static final int MAX_COMPLEXITY = 25_000;

    @Bean
    Instrumentation depthLimit() {
        return new MaxQueryDepthInstrumentation(MAX_DEPTH);
    }

    @Bean
    Instrumentation complexityLimit() {
        return new MaxQueryComplexityInstrumentation(MAX_COMPLEXITY, new FieldCost());
    }

    @Bean
    Instrumentation fieldLimit() {
        return new FieldLimit();
    }
}
