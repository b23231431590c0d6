package tidings.gateway.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tidings.events.channel.ChannelId;
import tidings.events.channel.ClientMessageId;
import tidings.events.channel.MessageId;

class ClientFrameReaderTest {

    private static final String CHANNEL = "0198c2a0-0000-7000-8000-000000000001";
    private static final String MESSAGE = "0198c2a0-0000-7000-8000-000000000002";
    private static final ChannelId CHANNEL_ID = ChannelId.parse(CHANNEL);
    private static final MessageId MESSAGE_ID = MessageId.parse(MESSAGE);

    private final ClientFrameReader reader = new ClientFrameReader();

    private Parsed read(String json) {
        return reader.read(
                json.replace("CHANNEL", CHANNEL).replace("MESSAGE", MESSAGE).getBytes(StandardCharsets.UTF_8));
    }

    private ClientFrame valid(String json) {
        assertThat(read(json)).isInstanceOf(Parsed.Valid.class);
        return ((Parsed.Valid) read(json)).frame();
    }

    private Parsed.Invalid invalid(String json) {
        assertThat(read(json)).isInstanceOf(Parsed.Invalid.class);
        return (Parsed.Invalid) read(json);
    }

    @Test
    void readsEveryFrame() {
        assertThat(valid("{\"type\":\"hello\",\"token\":\"t\",\"resume\":{\"CHANNEL\":41}}"))
                .isEqualTo(new ClientFrame.Hello(null, "t", Map.of(CHANNEL_ID, 41L)));
        assertThat(valid("{\"type\":\"subscribe\",\"ref\":\"1\",\"channelId\":\"CHANNEL\",\"after\":-1}"))
                .isEqualTo(new ClientFrame.Subscribe("1", CHANNEL_ID, -1L));
        assertThat(valid("{\"type\":\"unsubscribe\",\"channelId\":\"CHANNEL\"}"))
                .isEqualTo(new ClientFrame.Unsubscribe(null, CHANNEL_ID));
        assertThat(valid("{\"body\":\"hi\",\"clientMessageId\":\"c\",\"channelId\":\"CHANNEL\",\"type\":\"send\"}"))
                .isEqualTo(new ClientFrame.Send(null, CHANNEL_ID, new ClientMessageId("c"), "hi", null));
        assertThat(valid("{\"type\":\"edit\",\"channelId\":\"CHANNEL\",\"messageId\":\"MESSAGE\",\"body\":\"x\"}"))
                .isEqualTo(new ClientFrame.Edit(null, CHANNEL_ID, MESSAGE_ID, "x"));
        assertThat(valid("{\"type\":\"delete\",\"channelId\":\"CHANNEL\",\"messageId\":\"MESSAGE\"}"))
                .isEqualTo(new ClientFrame.Delete(null, CHANNEL_ID, MESSAGE_ID));
        assertThat(valid("{\"type\":\"react\",\"channelId\":\"CHANNEL\",\"messageId\":\"MESSAGE\",\"emoji\":\"👍\"}"))
                .isEqualTo(new ClientFrame.React(null, CHANNEL_ID, MESSAGE_ID, "👍"));
        assertThat(valid("{\"type\":\"unreact\",\"channelId\":\"CHANNEL\",\"messageId\":\"MESSAGE\",\"emoji\":\"👍\"}"))
                .isEqualTo(new ClientFrame.Unreact(null, CHANNEL_ID, MESSAGE_ID, "👍"));
        assertThat(valid("{\"type\":\"typing\",\"channelId\":\"CHANNEL\"}"))
                .isEqualTo(new ClientFrame.Typing(null, CHANNEL_ID));
        assertThat(valid("{\"type\":\"read\",\"channelId\":\"CHANNEL\",\"seq\":7}"))
                .isEqualTo(new ClientFrame.Read(null, CHANNEL_ID, 7));
        assertThat(valid("{\"type\":\"presence\",\"status\":\"AWAY\"}"))
                .isEqualTo(new ClientFrame.Presence(null, PresenceStatus.AWAY));
        assertThat(valid("{\"type\":\"ping\",\"ref\":\"6\"}")).isEqualTo(new ClientFrame.Ping("6"));
    }

    @Test
    void ignoresUnknownFieldsAndFieldsOfOtherTypes() {
        assertThat(valid("{\"type\":\"ping\",\"x\":{\"y\":[1,{\"z\":2}]},\"body\":5,\"seq\":\"no\",\"resume\":[]}"))
                .isEqualTo(new ClientFrame.Ping(null));
    }

    @Test
    void takesNullForAbsent() {
        assertThat(valid("{\"type\":\"send\",\"ref\":null,\"channelId\":\"CHANNEL\",\"clientMessageId\":\"c\","
                        + "\"body\":\"hi\",\"replyTo\":null}"))
                .isEqualTo(new ClientFrame.Send(null, CHANNEL_ID, new ClientMessageId("c"), "hi", null));
    }

    @Test
    void repeatsTheRefOfARefusedFrameEvenBehindTheFault() {
        Parsed.Invalid refused = invalid("{\"type\":\"send\",\"channelId\":7,\"ref\":\"r\"}");
        assertThat(refused.ref()).isEqualTo("r");
        assertThat(refused.code()).isEqualTo(ErrorCode.BAD_FRAME);
    }

    @Test
    void namesAnUnknownType() {
        assertThat(invalid("{\"type\":\"dance\",\"ref\":\"r\"}"))
                .isEqualTo(new Parsed.Invalid("r", ErrorCode.UNKNOWN_TYPE, "no frame of this type is known"));
    }

    @Test
    void countsBodiesInCodePoints() {
        String send = "{\"type\":\"send\",\"channelId\":\"CHANNEL\",\"clientMessageId\":\"c\",\"body\":\"%s\"}";
        assertThat(valid(send.formatted("👍".repeat(4_000)))).isInstanceOf(ClientFrame.Send.class);
        assertThat(invalid(send.formatted("a".repeat(4_001))).code()).isEqualTo(ErrorCode.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "null",
                "7",
                "\"ping\"",
                "[]",
                "{",
                "{\"type\":\"ping\"",
                "{\"type\":\"ping\"}{}",
                "{\"type\":\"ping\"} x",
                "{'type':'ping'}",
                "{\"type\":\"ping\",}",
                "{\"type\":\"ping\",\"type\":\"ping\"}",
                "{\"type\":7}",
                "{}",
                "{\"type\":\"ping\",\"ref\":7}",
                "{\"type\":\"ping\",\"n\":NaN}",
                "{\"type\":\"read\",\"channelId\":\"CHANNEL\",\"seq\":-1}",
                "{\"type\":\"read\",\"channelId\":\"CHANNEL\",\"seq\":1.5}",
                "{\"type\":\"read\",\"channelId\":\"CHANNEL\",\"seq\":9007199254740992}",
                "{\"type\":\"read\",\"channelId\":\"CHANNEL\",\"seq\":99999999999999999999999999}",
                "{\"type\":\"subscribe\",\"channelId\":\"CHANNEL\",\"after\":-2}",
                "{\"type\":\"subscribe\",\"channelId\":\"1-1-1-1-1\"}",
                "{\"type\":\"presence\",\"status\":\"online\"}",
                "{\"type\":\"hello\",\"resume\":{\"x\":1}}",
                "{\"type\":\"hello\",\"resume\":{\"CHANNEL\":\"1\"}}",
                "{\"type\":\"send\",\"channelId\":\"CHANNEL\",\"clientMessageId\":\"c\",\"body\":\"\"}",
                "{\"type\":\"send\",\"channelId\":\"CHANNEL\",\"clientMessageId\":\"c\",\"body\":\"\\ud800\"}",
                "{\"type\":\"send\",\"channelId\":\"CHANNEL\",\"clientMessageId\":\"\\n\",\"body\":\"x\"}"
            })
    void refusesWhatIsNoValidFrame(String json) {
        assertThat(invalid(json).code()).isEqualTo(ErrorCode.BAD_FRAME);
    }

    @Test
    void refusesDeepNesting() {
        assertThat(invalid("{\"type\":\"ping\",\"x\":" + "[".repeat(16) + "]".repeat(16) + "}")
                        .code())
                .isEqualTo(ErrorCode.BAD_FRAME);
        assertThat(valid("{\"type\":\"ping\",\"x\":" + "[".repeat(15) + "]".repeat(15) + "}"))
                .isEqualTo(new ClientFrame.Ping(null));
    }
}
