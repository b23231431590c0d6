package tidings.query.graphql;

import graphql.ExecutionResult;
import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.language.Field;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How many fields stand at the root of one request, under whatever aliases and in whatever fragments: they are answered
 * side by side, so a request of a hundred would be a hundred requests.
 */
final class FieldLimit extends SimplePerformantInstrumentation {

    private static final int MAX_ROOT_FIELDS = 20;
    private static final int MAX_ALIASES_OF_A_FIELD = 20;

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
        Count count = new Count(parameters.getExecutionContext());
        count.root(parameters.getExecutionContext().getOperationDefinition().getSelectionSet());
        return super.beginExecuteOperation(parameters, state);
    }

    private static final class Count {

        private final ExecutionContext context;
        private final Set<String> rootFields = new HashSet<>();
        private final Set<String> visited = new HashSet<>();

        Count(ExecutionContext context) {
            this.context = context;
        }

        /** Counts answers, not mentions: the same field twice under one name is one. */
        void root(SelectionSet selections) {
            aliases(selections);
            for (Selection<?> selection : selections.getSelections()) {
                switch (selection) {
                    case Field field -> rootFields.add(field.getResultKey());
                    case InlineFragment fragment -> root(fragment.getSelectionSet());
                    case FragmentSpread spread -> spread(spread);
                    default -> {}
                }
            }
            if (rootFields.size() > MAX_ROOT_FIELDS) {
                throw new AbortExecutionException("at most " + MAX_ROOT_FIELDS + " fields at the root of a request");
            }
        }

        private void spread(FragmentSpread spread) {
            if (visited.add(spread.getName())) {
                root(context.getFragment(spread.getName()).getSelectionSet());
            }
        }

        /** In every selection: one field under many names asks the same thing many times. */
        private static void aliases(SelectionSet selections) {
            Map<String, Set<String>> keys = new HashMap<>();
            for (Selection<?> selection : selections.getSelections()) {
                if (selection instanceof Field field) {
                    Set<String> names = keys.computeIfAbsent(field.getName(), ignored -> new HashSet<>());
                    names.add(field.getResultKey());
                    if (names.size() > MAX_ALIASES_OF_A_FIELD) {
                        throw new AbortExecutionException(
                                "at most " + MAX_ALIASES_OF_A_FIELD + " aliases of one field: " + field.getName());
                    }
                    if (field.getSelectionSet() != null) {
                        aliases(field.getSelectionSet());
                    }
                }
            }
        }
    }
}
