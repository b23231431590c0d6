package tidings.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static tidings.gateway.socket.WireClient.CLOSE;
import static tidings.gateway.socket.WireClient.TEXT;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6455, section 7: closes are answered by their kind. */
class CloseCasesTest {

    private final WireClient client = new PipelineHarness().openEcho();

    private static byte[] close(int code, byte... reason) {
        byte[] payload = new byte[2 + reason.length];
        payload[0] = (byte) (code >> 8);
        payload[1] = (byte) code;
        System.arraycopy(reason, 0, payload, 2, reason.length);
        return payload;
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 3000, 3999, 4000, 4999})
    void answersACloseWithTheSameCode(int code) {
        client.send(true, 0, CLOSE, close(code));
        assertThat(client.closeCode()).isEqualTo(code);
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
        assertThat(client.closeCode()).isEqualTo(1002);
    }

    @Test
    void acceptsTheLongestReason() {
        client.send(true, 0, CLOSE, close(1000, "r".repeat(123).getBytes(StandardCharsets.UTF_8)));
        assertThat(client.closeCode()).isEqualTo(1000);
    }

    @Test
    void refusesAReasonThatIsNoText() {
        client.send(true, 0, CLOSE, close(1000, HexFormat.of().parseHex("cebae1bdb9cf83cebcceb5eda080")));
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
        assertThat(client.closeCode()).isEqualTo(1000);
    }

    private static byte[] concat(byte[]... parts) {
        java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
