package tidings.query.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.introspection.Introspection;
import graphql.introspection.IntrospectionQuery;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.ScalarInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.execution.GraphQlSource;
import tidings.events.account.AccountId;
import tidings.query.fixture.GraphQlClient;
import tidings.query.fixture.QueryNode;
import tidings.query.fixture.QueryWorld;
import tools.jackson.databind.JsonNode;

/** What the schema says of itself. */
class SchemaIT {

    private static final QueryWorld WORLD = QueryWorld.shared();

    @Test
    void describesEverythingThatCanBeAskedFor() {
        GraphQLSchema schema = WORLD.node().bean(GraphQlSource.class).schema();
        List<String> silent = new ArrayList<>();
        schema.getAllTypesAsList().stream()
                .filter(type -> !type.getName().startsWith("__"))
                .filter(type -> !ScalarInfo.isGraphqlSpecifiedScalar(type.getName()))
                .forEach(type -> {
                    note(silent, type.getName(), type);
                    if (type instanceof GraphQLObjectType object) {
                        object.getFieldDefinitions().forEach(field -> {
                            note(silent, type.getName() + "." + field.getName(), field);
                            field.getArguments()
                                    .forEach(argument -> note(
                                            silent,
                                            type.getName() + "." + field.getName() + "." + argument.getName(),
                                            argument));
                        });
                    } else if (type instanceof GraphQLEnumType values) {
                        values.getValues()
                                .forEach(value -> note(silent, type.getName() + "." + value.getName(), value));
                    } else if (type instanceof GraphQLScalarType scalar && scalar.getSpecifiedByUrl() == null) {
                        silent.add(type.getName() + " without @specifiedBy");
                    }
                });
        assertThat(silent).isEmpty();
    }

    private static void note(List<String> silent, String name, GraphQLNamedSchemaElement element) {
        if (element.getDescription() == null || element.getDescription().isBlank()) {
            silent.add(name);
        }
    }

    @Test
    void tellsDevelopersOnlyWhereItIsSwitchedOn() {
        AccountId ada = WORLD.chat().account("schema-ada");
        WORLD.settle();
        assertThat(WORLD.as(ada).refusal(IntrospectionQuery.INTROSPECTION_QUERY))
                .isEqualTo("BAD_REQUEST");
        // the switch is the JVM's, and the other node of this one has put it off
        Introspection.enabledJvmWide(true);
        try (QueryNode open = WORLD.start(Map.of("spring.graphql.schema.introspection.enabled", "true"))) {
            JsonNode answer = new GraphQlClient(open, WORLD.tokens().of(ada))
                    .answer(IntrospectionQuery.INTROSPECTION_QUERY, Map.of());
            assertThat(answer.has("errors")).as(answer.toString()).isFalse();
            assertThat(answer.at("/data/__schema/types").toString()).contains("ChannelEvent");
            assertThat(new GraphQlClient(open, "nonsense").refusal(IntrospectionQuery.INTROSPECTION_QUERY))
                    .isEqualTo("UNAUTHENTICATED");
        } finally {
            Introspection.enabledJvmWide(false);
        }
    }
}
