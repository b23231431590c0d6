package tidings.gateway.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;

class ServerFrameWriterTest {

    private static final ChannelId CHANNEL = ChannelId.parse("0198c2a0-0000-7000-8000-000000000001");
    private static final AccountId ACCOUNT = AccountId.parse("0198c2a0-0000-7000-8000-0000000000aa");
    private static final Instant AT = Instant.parse("2026-11-24T03:04:05.600Z");

    private static String json(ServerFrame frame) {
        return new String(new ServerFrameWriter().write(frame), StandardCharsets.UTF_8);
    }

    @Test
    void writesTheFieldsInTheOrderOfTheInterfaces() {
        assertThat(json(new ServerFrame.Welcome(
                        null,
                        "s",
                        ACCOUNT,
                        25_000,
                        new ServerFrame.Limits(65_536, 4_000, 20),
                        List.of(new ServerFrame.ChannelState(CHANNEL, 41, 40)))))
                .isEqualTo(
                        "{\"type\":\"welcome\",\"sessionId\":\"s\",\"userId\":\"0198c2a0-0000-7000-8000-0000000000aa\","
                                + "\"heartbeatMs\":25000,\"limits\":{\"maxFrameBytes\":65536,\"maxBodyChars\":4000,"
                                + "\"sendsPerSecond\":20},\"channels\":[{\"channelId\":\"0198c2a0-0000-7000-8000-000000000001\","
                                + "\"seq\":41,\"readSeq\":40}]}");
        assertThat(json(new ServerFrame.Ack("3", CHANNEL, "m", 42, AT)))
                .isEqualTo("{\"type\":\"ack\",\"ref\":\"3\",\"channelId\":\"0198c2a0-0000-7000-8000-000000000001\","
                        + "\"messageId\":\"m\",\"seq\":42,\"at\":\"2026-11-24T03:04:05.600Z\"}");
    }

    @Test
    void leavesOutWhatIsAbsent() {
        assertThat(json(new ServerFrame.Error(null, ErrorCode.NOT_FOUND, "no", 0)))
                .isEqualTo("{\"type\":\"error\",\"code\":\"NOT_FOUND\",\"message\":\"no\"}");
        assertThat(json(new ServerFrame.Error("4", ErrorCode.CONFLICT, "no", 0, new ServerFrame.First("m", 42, AT))))
                .isEqualTo("{\"type\":\"error\",\"ref\":\"4\",\"code\":\"CONFLICT\",\"message\":\"no\","
                        + "\"first\":{\"id\":\"m\",\"seq\":42,\"at\":\"2026-11-24T03:04:05.600Z\"}}");
        assertThat(json(new ServerFrame.Pong(null))).isEqualTo("{\"type\":\"pong\"}");
    }

    @Test
    void putsThePayloadOfAnEventInByteForByte() {
        String data = "{ \"body\" : \"\\u00e9 👋\",\"n\":1.0 }";
        ServerFrame.Event event =
                EventFrames.encode(CHANNEL, 42, AT, "MessagePosted", ACCOUNT, data.getBytes(StandardCharsets.UTF_8));
        assertThat(json(event))
                .isEqualTo("{\"type\":\"event\",\"channelId\":\"0198c2a0-0000-7000-8000-000000000001\",\"seq\":42,"
                        + "\"at\":\"2026-11-24T03:04:05.600Z\",\"event\":\"MessagePosted\","
                        + "\"actorId\":\"0198c2a0-0000-7000-8000-0000000000aa\",\"data\":" + data + "}");
        assertThat(event.leaver()).isNull();
    }

    @Test
    void marksWhoLeft() {
        ServerFrame.Event event = EventFrames.encode(
                CHANNEL,
                1,
                AT,
                "MemberLeft",
                null,
                ("{\"memberId\":\"" + ACCOUNT + "\"}").getBytes(StandardCharsets.UTF_8));
        assertThat(event.leaver()).isEqualTo(ACCOUNT);
        assertThat(json(event)).contains("\"actorId\":null");
    }

    @Test
    void refusesATypeThatWouldBreakTheJson() {
        assertThatThrownBy(() -> EventFrames.encode(CHANNEL, 1, AT, "x\",\"y", null, new byte[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
