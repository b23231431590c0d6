package tidings.command.openapi;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tidings.command.running.Rest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code docs/openapi.yaml}, whose schemas are those of JSON Schema 2020-12. */
final class OpenApiDocument {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final JsonNode root;

    private OpenApiDocument(Path file) {
        try {
            root = Rest.JSON.valueToTree(
                    new Yaml(new SafeConstructor(new LoaderOptions())).<Object>load(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static OpenApiDocument current() {
        return new OpenApiDocument(Path.of("..", "docs", "openapi.yaml"));
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(member -> METHODS.contains(member.getKey()))
                        .forEach(member -> operations.add(new Operation(
                                this,
                                member.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                member.getValue(),
                                parameters(path.getValue(), member.getValue())))));
        return operations;
    }

    private List<JsonNode> parameters(JsonNode path, JsonNode operation) {
        List<JsonNode> parameters = new ArrayList<>();
        path.path("parameters").forEach(parameter -> parameters.add(resolved(parameter)));
        operation.path("parameters").forEach(parameter -> parameters.add(resolved(parameter)));
        return parameters;
    }

    /** What a reference stands for, or the node itself. */
    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? resolved(root.at(node.path("$ref").asString().substring(1))) : node;
    }

    /** What is wrong with a value by a schema. */
    List<String> complaints(JsonNode schema, JsonNode value) {
        ObjectNode whole = (ObjectNode) resolved(schema).deepCopy();
        whole.set("components", root.path("components"));
        return SCHEMAS.getSchema(whole).validate(value).stream()
                .map(Error::toString)
                .toList();
    }

    /** The fields of a value that its schema does not have. */
    List<String> undescribed(JsonNode schema, JsonNode value) {
        List<String> fields = new ArrayList<>();
        collectUndescribed(resolved(schema), value, "", fields);
        return fields;
    }

    private void collectUndescribed(JsonNode schema, JsonNode value, String at, List<String> fields) {
        if (value.isArray()) {
            value.forEach(item -> collectUndescribed(resolved(schema.path("items")), item, at + "[]", fields));
        } else if (value.isObject() && schema.has("properties")) {
            JsonNode known = schema.path("properties");
            value.properties().forEach(field -> {
                String name = at + "." + field.getKey();
                if (known.has(field.getKey())) {
                    collectUndescribed(resolved(known.path(field.getKey())), field.getValue(), name, fields);
                } else {
                    fields.add(name);
                }
            });
        }
    }
}
