package tidings.command.openapi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import tidings.command.running.Payloads;
import tidings.command.running.Rest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Bodies of one operation, made from its schema: such as the document takes, and such as careless programs send. */
final class Bodies {

    private static final List<String> NO_OBJECTS = List.of("", "null", "[]", "7", "true", "\"text\"", "{", "{}x");
    private static final List<String> OTHER_VALUES =
            List.of("null", "7", "-1", "1.5", "true", "\"\"", "\" \"", "[]", "{}");
    private static final int NAUGHTY_STRINGS = 4;
    private static final int FAR_TOO_LONG = 20_000;

    private final OpenApiDocument document;
    private final JsonNode schema;
    private final Map<String, JsonNode> values;

    /** @param values of fields that mean something: ids, secrets, names */
    Bodies(OpenApiDocument document, JsonNode schema, Map<String, JsonNode> values) {
        this.document = document;
        this.schema = schema;
        this.values = values;
    }

    /** With what it needs only. */
    ObjectNode smallest() {
        return with(required());
    }

    /** With all that fits together, but for what the values leave out. */
    ObjectNode fullest() {
        Set<String> fields = new HashSet<>(schema.path("properties").propertyNames());
        JsonNode either = schema.path("oneOf");
        for (int other = 1; other < either.size(); other++) {
            either.path(other).path("required").forEach(field -> fields.remove(field.asString()));
        }
        fields.removeIf(field -> values.containsKey(field) && values.get(field).isMissingNode());
        return with(fields);
    }

    private Set<String> required() {
        Set<String> fields = new HashSet<>();
        schema.path("required").forEach(field -> fields.add(field.asString()));
        schema.path("oneOf").path(0).path("required").forEach(field -> fields.add(field.asString()));
        return fields;
    }

    private ObjectNode with(Set<String> fields) {
        ObjectNode body = Rest.JSON.createObjectNode();
        fields.stream().sorted().forEach(field -> body.set(field, value(field, property(field))));
        return body;
    }

    private JsonNode property(String field) {
        return document.resolved(schema.path("properties").path(field));
    }

    private JsonNode value(String field, JsonNode of) {
        JsonNode known = values.get(field);
        if (known != null) {
            return known;
        }
        if (of.has("enum")) {
            return of.path("enum").path(0);
        }
        return switch (type(of)) {
            case "integer" ->
                Rest.JSON.readTree(Integer.toString(of.path("minimum").asInt(1)));
            case "boolean" -> Rest.JSON.readTree("true");
            case "array" -> Rest.JSON.createArrayNode();
            default -> Rest.JSON.readTree("\"some text\"");
        };
    }

    private static String type(JsonNode of) {
        JsonNode type = of.path("type");
        return type.isArray() ? type.path(0).asString() : type.asString("string");
    }

    /** The same ones each time. */
    List<String> mutated(Random random) {
        List<String> bodies = new ArrayList<>(NO_OBJECTS);
        ObjectNode whole = fullest();
        schema.path("properties").propertyNames().stream().sorted().forEach(field -> {
            ObjectNode without = whole.deepCopy();
            without.remove(field);
            bodies.add(without.toString());
            for (String other : mutations(property(field), random)) {
                bodies.add(withRaw(without, field, other));
            }
        });
        bodies.add(withRaw(whole, "unheardOf", "{\"deep\":[1]}"));
        whole.properties().stream()
                .findFirst()
                .ifPresent(first -> bodies.add(
                        withRaw(whole, first.getKey(), first.getValue().toString())));
        return bodies;
    }

    private static List<String> mutations(JsonNode of, Random random) {
        List<String> mutations = new ArrayList<>(OTHER_VALUES);
        switch (type(of)) {
            case "integer" -> {
                mutations.add(Long.toString(of.path("maximum").asLong(Integer.MAX_VALUE) + 1));
                mutations.add("123456789012345678901234567890");
                mutations.add("\"1\"");
            }
            case "array" -> mutations.addAll(List.of("[null]", "[7]", "[\"\"]", "[\"x\"]", "[[]]", "\"x\""));
            case "boolean" -> mutations.addAll(List.of("\"true\"", "0"));
            default -> {
                int max = of.path("maxLength").asInt(FAR_TOO_LONG);
                mutations.add(Rest.JSON.writeValueAsString("x".repeat(max + 1)));
                for (int i = 0; i < NAUGHTY_STRINGS; i++) {
                    List<String> all = Payloads.ownNaughtyStrings();
                    mutations.add(Rest.JSON.writeValueAsString(all.get(random.nextInt(all.size()))));
                }
            }
        }
        return mutations;
    }

    /** Also where the object has the field already: then it is there twice. */
    private static String withRaw(ObjectNode body, String field, String value) {
        String written = body.toString();
        String head = written.substring(0, written.length() - 1);
        return head + (body.isEmpty() ? "" : ",") + "\"" + field + "\":" + value + "}";
    }
}
