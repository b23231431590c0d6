package tidings.gateway.asyncapi;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** docs/asyncapi.yaml, and whether frames are as it says. */
public final class Contract {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);

    public static final Contract CURRENT = new Contract(Path.of("..", "docs", "asyncapi.yaml"));

    /** One message of the document. */
    private record Message(JsonNode json, Schema schema) {}

    private final JsonNode document;
    private final Map<String, Message> fromClient;
    private final Map<String, Message> fromServer;

    private Contract(Path file) {
        try {
            this.document = JsonMapper.builder().build().valueToTree(new Yaml().<Object>load(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.fromClient = messages("receiveFromClient");
        this.fromServer = messages("sendToClient");
    }

    JsonNode document() {
        return document;
    }

    /** By the frame's type, in the order of the document. */
    private Map<String, Message> messages(String operation) {
        Map<String, Message> messages = new LinkedHashMap<>();
        for (JsonNode reference : document.at("/operations/" + operation + "/messages")) {
            String name = reference.path("$ref").asString().replaceAll(".*/", "");
            JsonNode message = document.at("/components/messages/" + name);
            ObjectNode schema = JsonMapper.builder().build().createObjectNode();
            schema.put("$ref", "#/components/messages/" + name + "/payload");
            schema.set("components", document.path("components"));
            messages.put(
                    message.at("/payload/properties/type/const").asString(),
                    new Message(message, SCHEMAS.getSchema(schema)));
        }
        return messages;
    }

    public Set<String> typesFromServer() {
        return fromServer.keySet();
    }

    /** What is wrong with a frame of the server; it may have no field that is not described. */
    public List<String> complaintsAboutServerFrame(JsonNode frame) {
        return complaints(fromServer, frame);
    }

    List<String> complaintsAboutClientFrame(JsonNode frame) {
        return complaints(fromClient, frame);
    }

    private static List<String> complaints(Map<String, Message> messages, JsonNode frame) {
        Message message = messages.get(frame.path("type").asString(""));
        if (message == null) {
            return List.of("no such type: " + frame);
        }
        JsonNode known = message.json().at("/payload/properties");
        return Stream.concat(
                        message.schema().validate(frame).stream().map(Error::toString),
                        frame.propertyNames().stream()
                                .filter(field -> !known.has(field))
                                .map(field -> "undescribed field " + field))
                .map(complaint -> complaint + " in " + frame)
                .toList();
    }

    /** The example of each client frame. */
    public List<JsonNode> clientExamples() {
        return fromClient.values().stream()
                .map(message -> message.json().at("/examples/0/payload"))
                .toList();
    }
}
