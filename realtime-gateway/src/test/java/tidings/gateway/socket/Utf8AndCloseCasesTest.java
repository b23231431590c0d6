package tidings.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static tidings.gateway.socket.WireClient.CLOSE;
import static tidings.gateway.socket.WireClient.CONTINUATION;
import static tidings.gateway.socket.WireClient.TEXT;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6455, sections 7 and 8.1: text is UTF-8 and wrong bytes end the connection, closes are answered by their kind. */
class Utf8AndCloseCasesTest {

    private final WireClient client = new PipelineHarness().open("/ws-echo", Map.of());

    private static byte[] hex(String bytes) {
        return HexFormat.of().parseHex(bytes);
    }

    private void assertClosedWith(int code) {
        List<WireClient.Frame> frames = client.frames();
        assertThat(frames).isNotEmpty();
        assertThat(frames.getLast().opcode()).isEqualTo(CLOSE);
        assertThat(frames.getLast().closeCode()).isEqualTo(code);
    }

    private static byte[] close(int code, byte... reason) {
        byte[] payload = new byte[2 + reason.length];
        payload[0] = (byte) (code >> 8);
        payload[1] = (byte) code;
        System.arraycopy(reason, 0, payload, 2, reason.length);
        return payload;
    }

    /** Markus Kuhn's decoder tests: first and last of each length, and what lies beside the surrogates. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "00",
                "7f",
                "c280",
                "dfbf",
                "e0a080",
                "ed9fbf",
                "ee8080",
                "efbfbd",
                "efbfbe",
                "efbfbf",
                "f0908080",
                "f48fbfbf",
                "cebae1bdb9cf83cebcceb5",
                "f09f918b"
            })
    void echoesValidText(String bytes) {
        client.send(true, 0, TEXT, hex(bytes));
        assertThat(client.frame().payload()).isEqualTo(hex(bytes));
    }

    /** The same text, each byte in a fragment of its own. */
    @ParameterizedTest
    @ValueSource(strings = {"dfbf", "ed9fbf", "f48fbfbf", "cebae1bdb9cf83cebcceb5f09f918b"})
    void joinsCharactersThatAreSplitAnywhere(String bytes) {
        byte[] text = hex(bytes);
        for (int i = 0; i < text.length; i++) {
            client.send(i == text.length - 1, 0, i == 0 ? TEXT : CONTINUATION, new byte[] {text[i]});
        }
        assertThat(client.frame().payload()).isEqualTo(text);
    }

    /** Stray and missing continuations, overlong forms, surrogates, beyond U+10FFFF, bytes that are never UTF-8. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "80",
                "bf",
                "8080",
                "c0",
                "df",
                "e080",
                "f08080",
                "c0af",
                "e080af",
                "f08080af",
                "f8808080af",
                "fc80808080af",
                "c1bf",
                "e09fbf",
                "f08fbfbf",
                "eda080",
                "edafbf",
                "edb080",
                "edbfbf",
                "eda080edb080",
                "f4908080",
                "f8888080",
                "fe",
                "ff",
                "fefeffff",
                "cebae1bdb9cf83cebcceb5eda080656469746564"
            })
    void refusesInvalidText(String bytes) {
        client.send(true, 0, TEXT, hex(bytes));
        assertClosedWith(1007);
    }

    /** What is wrong in the first fragment is refused at once, not after the last one. */
    @ParameterizedTest
    @ValueSource(strings = {"ff", "c0af", "f4908080", "eda080"})
    void refusesInvalidTextBeforeTheMessageEnds(String bytes) {
        client.send(false, 0, TEXT, "valid ".getBytes(StandardCharsets.UTF_8));
        assertThat(client.frames()).isEmpty();
        client.send(false, 0, CONTINUATION, hex(bytes));
        assertClosedWith(1007);
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 3000, 3999, 4000, 4999})
    void answersACloseWithTheSameCode(int code) {
        client.send(true, 0, CLOSE, close(code));
        assertClosedWith(code);
        assertThat(client.channel().isOpen()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 999, 1004, 1005, 1006, 1016, 1100, 2000, 2999})
    void refusesCodesThatMayNotBeSent(int code) {
        client.send(true, 0, CLOSE, close(code));
        assertFailed();
    }

    /** Section 7.1.7: after a wrong close the connection just ends, or says why before. */
    private void assertFailed() {
        assertThat(client.frames()).allMatch(frame -> frame.closeCode() == 1002 || frame.closeCode() == 1007);
        assertThat(client.channel().isOpen()).isFalse();
    }

    @Test
    void answersACloseWithoutACode() {
        client.send(true, 0, CLOSE, new byte[0]);
        assertThat(client.frame().opcode()).isEqualTo(CLOSE);
        assertThat(client.channel().isOpen()).isFalse();
    }

    @Test
    void refusesACloseOfOneByte() {
        client.send(true, 0, CLOSE, new byte[] {3});
        assertClosedWith(1002);
    }

    @Test
    void acceptsTheLongestReason() {
        client.send(true, 0, CLOSE, close(1000, "r".repeat(123).getBytes(StandardCharsets.UTF_8)));
        assertClosedWith(1000);
    }

    @Test
    void refusesAReasonThatIsNoText() {
        client.send(true, 0, CLOSE, close(1000, hex("cebae1bdb9cf83cebcceb5eda080")));
        assertFailed();
    }

    @Test
    void hearsNothingMoreAfterAClose() {
        client.raw(concat(
                WireClient.encode(true, 0, CLOSE, close(1000)),
                WireClient.encode(true, 0, TEXT, new byte[] {'x'}),
                WireClient.encode(true, 0, WireClient.PING, new byte[0])));
        assertThat(client.frames()).hasSize(1);
        assertThat(client.channel().isOpen()).isFalse();
    }

    @Test
    void closesInTheMiddleOfAMessage() {
        client.send(false, 0, TEXT, new byte[] {'x'});
        client.send(true, 0, CLOSE, close(1000));
        assertClosedWith(1000);
    }

    private static byte[] concat(byte[]... parts) {
        java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
