package tidings.query.graphql;

import graphql.GraphQLContext;
import graphql.schema.Coercing;
import java.util.Locale;

/** Only ever an output: maps, lists and plain values pass as they are. */
final class JsonCoercing implements Coercing<Object, Object> {

    @Override
    public Object serialize(Object result, GraphQLContext context, Locale locale) {
        return result;
    }
}
