package tidings.gateway.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tidings.events.EventCatalogue;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelEvent;
import tidings.events.channel.ChannelId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** docs/asyncapi.yaml says what the gateway does: the same frames, fields, codes and events. */
class AsyncApiTest {

    private static final ChannelId CHANNEL = new ChannelId(new UUID(0, 1));
    private static final AccountId ACCOUNT = new AccountId(new UUID(0, 2));
    private static final List<ServerFrame> SAMPLES = List.of(
            new ServerFrame.Welcome(
                    "r",
                    "s",
                    ACCOUNT,
                    1,
                    new ServerFrame.Limits(1, 1, 1),
                    List.of(new ServerFrame.ChannelState(CHANNEL, 1, -1))),
            new ServerFrame.Subscribed("r", CHANNEL, 1, true),
            new ServerFrame.Unsubscribed("r", CHANNEL),
            EventFrames.encode(
                    CHANNEL, 1, Instant.EPOCH, "MessageDeleted", ACCOUNT, "{}".getBytes(StandardCharsets.UTF_8)),
            new ServerFrame.Ack("r", CHANNEL, "m", 1, Instant.EPOCH),
            new ServerFrame.Error("r", ErrorCode.BUSY, "m", 1, new ServerFrame.First("m", 1, Instant.EPOCH)),
            new ServerFrame.Read(CHANNEL, 1),
            new ServerFrame.Typing(CHANNEL, ACCOUNT),
            new ServerFrame.Presence(ACCOUNT, PresenceStatus.AWAY),
            new ServerFrame.Reset(CHANNEL, 1),
            new ServerFrame.Draining(1),
            new ServerFrame.Pong("r"));

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
        assertThat(SAMPLES.stream().<Class<?>>map(ServerFrame::getClass))
                .containsExactlyInAnyOrderElementsOf(frames(ServerFrame.class).toList());
        Map<String, Set<String>> written = new TreeMap<>();
        for (ServerFrame sample : SAMPLES) {
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
