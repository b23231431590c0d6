package tidings.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tidings.events.account.AccountEvent;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelEvent;
import tidings.events.channel.ClientMessageId;
import tidings.events.channel.MessageId;
import tidings.events.channel.Role;
import tidings.events.channel.Visibility;
import tools.jackson.databind.json.JsonMapper;

/** The JSON contract: a plain Jackson 3 mapper reads and writes every event exactly as its golden file shows. */
class GoldenEventsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final UUID ID = UUID.fromString("0198c2a0-0000-7000-8000-000000000001");
    private static final MessageId MESSAGE = new MessageId(ID);
    private static final AccountId ACCOUNT = new AccountId(UUID.fromString("0198c2a0-0000-7000-8000-0000000000aa"));
    private static final MessageId EARLIER = new MessageId(UUID.fromString("0198c2a0-0000-7000-8000-000000000000"));

    static List<Object> examples() {
        return List.of(
                new ChannelEvent.ChannelOpened("general", null, Visibility.PUBLIC),
                new ChannelEvent.MemberJoined(ACCOUNT, Role.OWNER),
                new ChannelEvent.MemberLeft(ACCOUNT),
                new ChannelEvent.MessagePosted(MESSAGE, new ClientMessageId("c-1"), "こんにちは 👋 \"hi\"", null),
                new ChannelEvent.MessageImported(
                        MESSAGE,
                        new ClientMessageId("slack:1449077400.000002"),
                        Instant.parse("2015-12-02T17:30:00.002Z"),
                        null,
                        "slack",
                        "hi",
                        EARLIER),
                new ChannelEvent.MessageEdited(MESSAGE, "hello"),
                new ChannelEvent.MessageDeleted(MESSAGE),
                new ChannelEvent.ReactionAdded(MESSAGE, "👍"),
                new ChannelEvent.ReactionRemoved(MESSAGE, "👍"),
                new AccountEvent.AccountRegistered("ada", "Ada Lovelace", false),
                new AccountEvent.AccountImported("camperbot", "camperbot", true, "slack", "U0001"),
                new AccountEvent.SessionEnded("0198c2a0-0000-7000-8000-0000000000bb"));
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

    private static String golden(Object event) throws IOException {
        EventType type = EventCatalogue.typeOf(event.getClass()).orElseThrow();
        String file = "/golden/" + type.name() + "." + type.revision() + ".json";
        try (InputStream json = GoldenEventsTest.class.getResourceAsStream(file)) {
            assertThat(json).as(file).isNotNull();
            return new String(json.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
