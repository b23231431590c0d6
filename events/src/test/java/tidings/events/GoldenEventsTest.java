package tidings.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tidings.events.account.AccountEvent;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelEvent;
import tidings.events.channel.ChannelId;
import tidings.events.channel.ClientMessageId;
import tidings.events.channel.Forwarded;
import tidings.events.channel.Mentions;
import tidings.events.channel.MessageId;
import tidings.events.channel.Role;
import tidings.events.channel.Visibility;
import tidings.events.upcasting.UpcasterChain;
import tools.jackson.databind.json.JsonMapper;

/** The JSON contract: a plain Jackson 3 mapper reads and writes every event exactly as its golden file shows. */
class GoldenEventsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final UUID ID = UUID.fromString("0198c2a0-0000-7000-8000-000000000001");
    private static final MessageId MESSAGE = new MessageId(ID);
    private static final AccountId ACCOUNT = new AccountId(UUID.fromString("0198c2a0-0000-7000-8000-0000000000aa"));
    private static final ChannelId CHANNEL = new ChannelId(UUID.fromString("0198c2a0-0000-7000-8000-0000000000cc"));
    private static final MessageId EARLIER = new MessageId(UUID.fromString("0198c2a0-0000-7000-8000-000000000000"));

    static List<Object> examples() {
        return Stream.of(messages(), channels(), accounts())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Object> messages() {
        return List.of(
                new ChannelEvent.MessagePosted(
                        MESSAGE,
                        new ClientMessageId("c-1"),
                        "こんにちは 👋 \"@ada\"",
                        EARLIER,
                        EARLIER,
                        new Mentions(List.of(ACCOUNT), false, true),
                        new Forwarded(CHANNEL, EARLIER, ACCOUNT)),
                new ChannelEvent.MessageImported(
                        MESSAGE,
                        new ClientMessageId("slack:1449077400.000002"),
                        Instant.parse("2015-12-02T17:30:00.002Z"),
                        null,
                        "slack",
                        "hi",
                        EARLIER),
                new ChannelEvent.MessageEdited(MESSAGE, "@channel", new Mentions(List.of(), true, false)),
                new ChannelEvent.MessageDeleted(MESSAGE),
                new ChannelEvent.ReactionAdded(MESSAGE, "👍"),
                new ChannelEvent.ReactionRemoved(MESSAGE, "👍"),
                new ChannelEvent.MessagePinned(MESSAGE),
                new ChannelEvent.MessageUnpinned(MESSAGE));
    }

    private static List<Object> channels() {
        return List.of(
                new ChannelEvent.ChannelOpened("general", null, Visibility.PUBLIC),
                new ChannelEvent.MemberJoined(ACCOUNT, Role.OWNER),
                new ChannelEvent.MemberLeft(ACCOUNT),
                new ChannelEvent.ChannelRenamed("lounge"),
                new ChannelEvent.TopicChanged("Tea"),
                new ChannelEvent.DescriptionChanged(null),
                new ChannelEvent.ChannelArchived(),
                new ChannelEvent.ChannelUnarchived(),
                new ChannelEvent.SlowModeSet(30),
                new ChannelEvent.AnnouncementModeSet(true),
                new ChannelEvent.GuestsReadOnlySet(true),
                new ChannelEvent.RoleChanged(ACCOUNT, Role.MODERATOR),
                new ChannelEvent.MemberBanned(ACCOUNT),
                new ChannelEvent.MemberUnbanned(ACCOUNT));
    }

    private static List<Object> accounts() {
        return List.of(
                new AccountEvent.AccountRegistered("ada", "Ada Lovelace", false),
                new AccountEvent.AccountImported("camperbot", "camperbot", true, "slack", "U0001"),
                new AccountEvent.SessionEnded("0198c2a0-0000-7000-8000-0000000000bb"),
                new AccountEvent.ProfileChanged("Ada, Countess of Lovelace"),
                new AccountEvent.PasswordChanged(),
                new AccountEvent.AccountDeactivated(),
                new AccountEvent.AccountReactivated(),
                new AccountEvent.AccountDeleted(),
                new AccountEvent.RoleGranted("ADMIN"),
                new AccountEvent.RoleRevoked("ADMIN"),
                new AccountEvent.TokenIssued("t-1", "ci", List.of("messages:read", "messages:write")),
                new AccountEvent.TokenRevoked("t-1"),
                new AccountEvent.WebhookCreated("w-1", CHANNEL.value()),
                new AccountEvent.WebhookDeleted("w-1"),
                new AccountEvent.SecondFactorEnabled(),
                new AccountEvent.SecondFactorDisabled());
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
        assertThat(JSON.writeValueAsString(
                        new ChannelEvent.MessagePosted(MESSAGE, new ClientMessageId("c-1"), "こんにちは 👋 \"hi\"", null)))
                .isEqualTo(JSON.readTree(golden("MessagePosted", 1)).toString());
        assertThat(JSON.writeValueAsString(new ChannelEvent.MessageEdited(MESSAGE, "hello")))
                .isEqualTo(JSON.readTree(golden("MessageEdited", 1)).toString());
    }

    @Test
    void upcastsEarlierRevisions() throws IOException {
        assertThat(upcast(
                        "MessagePosted",
                        "{\"messageId\":\"" + MESSAGE + "\",\"clientMessageId\":\"c\",\"body\":\"hi\",\"replyTo\":\""
                                + EARLIER + "\"}"))
                .isEqualTo(new ChannelEvent.MessagePosted(MESSAGE, new ClientMessageId("c"), "hi", EARLIER));
        assertThat(upcast("MessagePosted", golden("MessagePosted", 1)))
                .isEqualTo(
                        new ChannelEvent.MessagePosted(MESSAGE, new ClientMessageId("c-1"), "こんにちは 👋 \"hi\"", null));
        assertThat(upcast("MessageEdited", golden("MessageEdited", 1)))
                .isEqualTo(new ChannelEvent.MessageEdited(MESSAGE, "hello"));
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
