package tidings.gateway.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tidings.events.EventCatalogue;
import tidings.events.channel.ChannelEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** docs/asyncapi.yaml says what the gateway does: the same frames, fields, codes and events. */
class AsyncApiTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static String text = "";
    private static JsonNode document = JSON.nullNode();

    @BeforeAll
    static void read() throws IOException {
        text = Files.readString(Path.of("..", "docs", "asyncapi.yaml"));
        Object yaml = new Yaml().load(text);
        document = JSON.valueToTree(yaml);
    }

    private static JsonNode at(String path) {
        JsonNode node = document.at("/" + path);
        assertThat(node.isMissingNode()).as("missing: %s", path).isFalse();
        return node;
    }

    /** The fields of each message of an operation, by the frame's type. */
    private static Map<String, Set<String>> described(String operation) {
        Map<String, Set<String>> fields = new TreeMap<>();
        for (JsonNode reference : at("operations/" + operation + "/messages")) {
            String key = reference.path("$ref").asString().substring("#/channels/socket/messages/".length());
            assertThat(at("channels/socket/messages/" + key + "/$ref").asString())
                    .isEqualTo("#/components/messages/" + key);
            JsonNode properties = at("components/messages/" + key + "/payload/properties");
            fields.put(
                    at("components/messages/" + key + "/payload/properties/type/const")
                            .asString(),
                    new TreeSet<>(properties.propertyNames()));
        }
        return fields;
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static Stream<Class<?>> frames(Class<?> sealed) {
        return sealed.isSealed()
                ? Arrays.stream(sealed.getPermittedSubclasses()).flatMap(AsyncApiTest::frames)
                : Stream.of(sealed);
    }

    @Test
    void describesEveryClientFrameWithItsFields() {
        Map<String, Set<String>> known = frames(ClientFrame.class)
                .collect(Collectors.toMap(
                        frame -> frame.getSimpleName().toLowerCase(Locale.ROOT),
                        frame -> Stream.concat(
                                        Stream.of("type"),
                                        Arrays.stream(frame.getRecordComponents())
                                                .map(RecordComponent::getName))
                                .collect(Collectors.toCollection(TreeSet::new))));
        assertThat(described("receiveFromClient")).isEqualTo(known);
    }

    @Test
    void describesEveryServerFrameWithItsFields() {
        assertThat(SampleFrames.SERVER.stream().<Class<?>>map(ServerFrame::getClass))
                .containsExactlyInAnyOrderElementsOf(frames(ServerFrame.class).toList());
        Map<String, Set<String>> written = new TreeMap<>();
        for (ServerFrame sample : SampleFrames.SERVER) {
            JsonNode json = JSON.readTree(new ServerFrameWriter().write(sample));
            written.put(json.path("type").asString(), new TreeSet<>(json.propertyNames()));
        }
        assertThat(described("sendToClient")).isEqualTo(written);
    }

    @Test
    void namesEveryErrorCodeCloseCodeAndEvent() {
        assertThat(texts(at("components/schemas/errorCode/enum")))
                .isEqualTo(Arrays.stream(ErrorCode.values()).map(Enum::name).toList());
        for (CloseCode code : CloseCode.values()) {
            assertThat(text).contains("| " + code.value() + " |");
        }
        assertThat(texts(at("components/messages/event/payload/properties/event/enum")))
                .containsExactlyInAnyOrderElementsOf(EventCatalogue.events().stream()
                        .filter(ChannelEvent.class::isAssignableFrom)
                        .map(Class::getSimpleName)
                        .toList());
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(at("asyncapi").asString()).isEqualTo("3.0.0");
        java.util.regex.Matcher references =
                java.util.regex.Pattern.compile("\\$ref: '#/([^']+)'").matcher(text);
        int count = 0;
        while (references.find()) {
            at(references.group(1));
            count++;
        }
        assertThat(count).isGreaterThan(80);
    }
}
