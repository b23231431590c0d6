package tidings.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static tidings.system.client.RawSocket.BINARY;
import static tidings.system.client.RawSocket.CONTINUATION;
import static tidings.system.client.RawSocket.FIN;
import static tidings.system.client.RawSocket.PING;
import static tidings.system.client.RawSocket.TEXT;
import static tidings.system.client.RawSocket.frame;
import static tidings.system.client.RawSocket.header;
import static tidings.system.client.RawSocket.unmaskedFrame;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import tidings.system.client.Account;
import tidings.system.client.RawSocket;
import tidings.system.stage.Stage;

/** Fault 28: what no good client sends gets the close code of RFC 6455, through nginx, and harms nobody else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileClientsIT {

    private static final int PROTOCOL_ERROR = 1002;
    private static final int UNSUPPORTED_DATA = 1003;
    private static final int INVALID_DATA = 1007;
    private static final int POLICY_VIOLATION = 1008;
    private static final int TOO_BIG = 1009;
    private static final int RSV1 = 0x40;
    private static final int TOO_MANY_FRAGMENTS = 2_000;
    private static final int LARGEST_FRAME = 65_536;
    private static final byte[] HELLO = bytes("{\"type\":\"ping\"}");

    private final Stage stage = Stage.shared();
    private final Account eve = stage.newcomer("eve");

    private record Offence(String name, byte[] bytes, int closeCode) {}

    private static Stream<Offence> offences() {
        byte[] huge = new byte[LARGEST_FRAME + 1];
        Arrays.fill(huge, (byte) ' ');
        return Stream.of(
                new Offence("a frame of 64 KB and a byte", frame(FIN | TEXT, huge), TOO_BIG),
                new Offence("a frame that announces an exabyte", header(FIN | TEXT, 1L << 60), TOO_BIG),
                new Offence("fragments that add up to too much", fragments(huge, 3), TOO_BIG),
                new Offence(
                        "more fragments than anybody needs",
                        fragments(new byte[0], TOO_MANY_FRAGMENTS),
                        POLICY_VIOLATION),
                new Offence("binary", frame(FIN | BINARY, HELLO), UNSUPPORTED_DATA),
                new Offence("unmasked", unmaskedFrame(FIN | TEXT, HELLO), PROTOCOL_ERROR),
                new Offence("a reserved bit", frame(FIN | RSV1 | TEXT, HELLO), PROTOCOL_ERROR),
                new Offence("an unknown opcode", frame(FIN | 0x3, HELLO), PROTOCOL_ERROR),
                new Offence("a fragmented ping", frame(PING, HELLO), PROTOCOL_ERROR),
                new Offence("a ping of 126 bytes", frame(FIN | PING, new byte[126]), PROTOCOL_ERROR),
                new Offence("a continuation of nothing", frame(FIN | CONTINUATION, HELLO), PROTOCOL_ERROR),
                new Offence("a message within a message", together(frame(TEXT, HELLO), 2), PROTOCOL_ERROR),
                new Offence("no UTF-8", frame(FIN | TEXT, new byte[] {(byte) 0xC3, 0x28}), INVALID_DATA));
    }

    @TestFactory
    Stream<DynamicTest> getsTheRightCloseCode() {
        return offences()
                .map(offence -> DynamicTest.dynamicTest(offence.name(), () -> {
                    try (RawSocket socket = RawSocket.open(stage.site(), eve, LARGEST_FRAME)) {
                        socket.write(offence.bytes());
                        assertThat(socket.closeCode()).isEqualTo(offence.closeCode());
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> malformedJsonIsAnErrorAndNoReasonToLeave() {
        return Stream.of(
                        "",
                        "{",
                        "nonsense",
                        "[]",
                        "null",
                        "{\"type\":7}",
                        "{\"type\":\"send\",\"channelId\":\"no id\",\"clientMessageId\":\"x\",\"body\":\"y\"}",
                        "[".repeat(20_000),
                        "{\"a\":".repeat(5_000))
                .map(text -> DynamicTest.dynamicTest("as in: %.30s".formatted(text), () -> {
                    try (RawSocket socket = RawSocket.open(stage.site(), eve, LARGEST_FRAME)) {
                        socket.text(text);
                        assertThat(socket.await("error").path("code").asString())
                                .isEqualTo("BAD_FRAME");
                        socket.text("{\"type\":\"ping\",\"ref\":\"still here\"}");
                        assertThat(socket.await("pong").path("ref").asString()).isEqualTo("still here");
                    }
                }));
    }

    @Test
    void aMessageInFragmentsIsOneMessage() {
        try (RawSocket socket = RawSocket.open(stage.site(), eve, LARGEST_FRAME)) {
            socket.write(fragments(HELLO, 3));
            socket.await("pong");
        }
    }

    @AfterAll
    void everybodyElseIsWell() {
        stage.awaitWhole();
        try (Crowd crowd = Crowd.talkingIn(stage)) {
            crowd.fallSilentAndCompareNotes();
            Report.of("28 frames that break the protocol", crowd);
        }
    }

    /** One message in so many frames. */
    private static byte[] fragments(byte[] message, int count) {
        byte[][] frames = new byte[count][];
        for (int n = 0; n < count; n++) {
            byte[] part = Arrays.copyOfRange(message, message.length * n / count, message.length * (n + 1) / count);
            frames[n] = frame((n == 0 ? TEXT : CONTINUATION) | (n == count - 1 ? FIN : 0), part);
        }
        return concat(frames);
    }

    private static byte[] together(byte[] frame, int times) {
        byte[][] frames = new byte[times][];
        Arrays.fill(frames, frame);
        return concat(frames);
    }

    private static byte[] concat(byte[][] parts) {
        byte[] all = new byte[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
