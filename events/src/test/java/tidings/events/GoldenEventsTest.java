package tidings.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tidings.events.channel.ChannelEvent;
import tidings.events.channel.ClientMessageId;
import tidings.events.upcasting.UpcasterChain;
import tools.jackson.databind.json.JsonMapper;

/** The JSON contract: a plain Jackson 3 mapper reads and writes every event exactly as its golden file shows. */
class GoldenEventsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static List<Object> examples() {
        return Examples.all();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void writesTheGoldenJson(Object event) throws IOException {
        assertThat(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(event) + "\n")
                .isEqualToNormalizingNewlines(golden(event));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void readsTheGoldenJson(Object event) throws IOException {
        assertThat((Object) JSON.readValue(golden(event), event.getClass())).isEqualTo(event);
    }

    @Test
    void everyEventHasAGoldenFile() {
        assertThat(examples().stream().map(Object::getClass))
                .containsExactlyInAnyOrderElementsOf(EventCatalogue.events());
    }

    /** What says nothing is not written, so a plain message costs sockets and the log not one byte more than before. */
    @Test
    void writesAPlainMessageAsTheFirstRevisionDid() throws IOException {
        assertThat(JSON.writeValueAsString(new ChannelEvent.MessagePosted(
                        ExampleIds.MESSAGE, new ClientMessageId("c-1"), "こんにちは 👋 \"hi\"", null)))
                .isEqualTo(JSON.readTree(golden("MessagePosted", 1)).toString());
        assertThat(JSON.writeValueAsString(new ChannelEvent.MessageEdited(ExampleIds.MESSAGE, "hello")))
                .isEqualTo(JSON.readTree(golden("MessageEdited", 1)).toString());
    }

    @Test
    void upcastsEarlierRevisions() throws IOException {
        assertThat(upcast(
                        "MessagePosted",
                        "{\"messageId\":\"" + ExampleIds.MESSAGE
                                + "\",\"clientMessageId\":\"c\",\"body\":\"hi\",\"replyTo\":\"" + ExampleIds.EARLIER
                                + "\"}"))
                .isEqualTo(new ChannelEvent.MessagePosted(
                        ExampleIds.MESSAGE, new ClientMessageId("c"), "hi", ExampleIds.EARLIER));
        assertThat(upcast("MessagePosted", golden("MessagePosted", 1)))
                .isEqualTo(new ChannelEvent.MessagePosted(
                        ExampleIds.MESSAGE, new ClientMessageId("c-1"), "こんにちは 👋 \"hi\"", null));
        assertThat(upcast("MessageEdited", golden("MessageEdited", 1)))
                .isEqualTo(new ChannelEvent.MessageEdited(ExampleIds.MESSAGE, "hello"));
    }

    @SuppressWarnings("unchecked")
    private static Object upcast(String name, String first) {
        UpcasterChain.Typed raised = UpcasterChain.CURRENT.upcast(
                new UpcasterChain.Typed(new EventType(name, 1), JSON.readValue(first, Map.class)));
        Class<?> record = EventCatalogue.recordNamed(name).orElseThrow();
        assertThat(EventCatalogue.typeOf(record)).contains(raised.type());
        return JSON.convertValue(raised.data(), record);
    }

    private static String golden(Object event) throws IOException {
        EventType type = EventCatalogue.typeOf(event.getClass()).orElseThrow();
        return golden(type.name(), type.revision());
    }

    private static String golden(String name, int revision) throws IOException {
        String file = "/golden/" + name + "." + revision + ".json";
        try (InputStream json = GoldenEventsTest.class.getResourceAsStream(file)) {
            assertThat(json).as(file).isNotNull();
            return new String(json.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
