package tidings.query.graphql;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Selections that name every field of the schema that can be reached from a type, each once. */
final class EveryField {

    /** What is asked for where an argument is needed. */
    private static final Map<String, String> ARGUMENTS =
            Map.of("Channel.events", "afterSeq: -1", "Channel.asOf", "seq: 100");

    private final GraphQLSchema schema;

    EveryField(GraphQLSchema schema) {
        this.schema = schema;
    }

    /** The fields of the schema as {@code Type.field}, without those of the roots. */
    Set<String> all() {
        return schema.getAllTypesAsList().stream()
                .filter(GraphQLObjectType.class::isInstance)
                .map(GraphQLObjectType.class::cast)
                .filter(type -> !type.getName().startsWith("__"))
                .filter(type -> !roots().contains(type))
                .flatMap(type -> type.getFieldDefinitions().stream().map(field -> name(type, field)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The fields of the roots, as {@code Query.me}. */
    Set<String> rootFields() {
        return roots().stream()
                .flatMap(type -> type.getFieldDefinitions().stream().map(field -> name(type, field)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<GraphQLObjectType> roots() {
        return List.of(schema.getQueryType(), schema.getSubscriptionType());
    }

    /** What a root field can show, as a selection; {@code seen} takes the names of its fields. */
    String below(String rootField, Set<String> seen) {
        String[] name = rootField.split("\\.", 2);
        GraphQLFieldDefinition field = schema.getObjectType(name[0]).getFieldDefinition(name[1]);
        return selection(field, new HashSet<>(), seen);
    }

    private String selection(GraphQLFieldDefinition field, Set<String> named, Set<String> seen) {
        if (!(GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLObjectType type)) {
            return "";
        }
        StringBuilder selection = new StringBuilder(" { __typename");
        // all at once, before any of them is gone into: so each is asked for near the root
        List<GraphQLFieldDefinition> fresh = type.getFieldDefinitions().stream()
                .filter(each -> named.add(name(type, each)))
                .toList();
        for (GraphQLFieldDefinition each : fresh) {
            String name = name(type, each);
            seen.add(name);
            selection
                    .append(' ')
                    .append(each.getName())
                    .append(arguments(name, each))
                    .append(selection(each, named, seen));
        }
        return selection.append(" }").toString();
    }

    private static String arguments(String name, GraphQLFieldDefinition field) {
        List<String> needed = field.getArguments().stream()
                .filter(argument -> argument.getType() instanceof GraphQLNonNull && !argument.hasSetDefaultValue())
                .map(GraphQLArgument::getName)
                .toList();
        String known = ARGUMENTS.getOrDefault(name, "");
        if (!needed.stream().allMatch(argument -> known.contains(argument + ":"))) {
            throw new AssertionError("what is to be asked for by " + name + needed + "?");
        }
        String few = field.getArgument("first") != null ? "first: 3" : "";
        String all = Stream.of(known, few).filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
        return all.isEmpty() ? "" : "(" + all + ")";
    }

    private static String name(GraphQLFieldsContainer type, GraphQLFieldDefinition field) {
        return type.getName() + "." + field.getName();
    }
}
