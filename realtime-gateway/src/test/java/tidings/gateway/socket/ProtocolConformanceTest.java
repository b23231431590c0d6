package tidings.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static tidings.gateway.socket.WireClient.BINARY;
import static tidings.gateway.socket.WireClient.CLOSE;
import static tidings.gateway.socket.WireClient.CONTINUATION;
import static tidings.gateway.socket.WireClient.PING;
import static tidings.gateway.socket.WireClient.PONG;
import static tidings.gateway.socket.WireClient.TEXT;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** RFC 6455, sections 5 to 7, at the level of bytes. */
class ProtocolConformanceTest {

    private final WireClient client = new PipelineHarness().openEcho();

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void echoesTextAndBinaryOfEverySizeClass() {
        for (int size : new int[] {0, 1, 125, 126, 127, 128, 65_535, 65_536}) {
            client.send(true, 0, TEXT, bytes("x".repeat(size)));
            assertThat(client.frame().text()).hasSize(size);
            client.send(true, 0, BINARY, new byte[size]);
            assertThat(client.frame()).satisfies(frame -> {
                assertThat(frame.opcode()).isEqualTo(BINARY);
                assertThat(frame.payload()).hasSize(size);
            });
        }
    }

    @Test
    void joinsFragmentsAroundControlFrames() {
        client.send(false, 0, TEXT, bytes("fra"));
        client.send(true, 0, PING, bytes("now"));
        client.send(false, 0, CONTINUATION, bytes(""));
        client.send(true, 0, CONTINUATION, bytes("gments"));
        List<WireFrame> frames = client.frames();
        assertThat(frames).hasSize(2);
        assertThat(frames.getFirst().opcode()).isEqualTo(PONG);
        assertThat(frames.getFirst().text()).isEqualTo("now");
        assertThat(frames.getLast().text()).isEqualTo("fragments");
        client.text("next");
        assertThat(client.frame().text()).isEqualTo("next");
    }

    @Test
    void joinsACharacterSplitBetweenFragments() {
        byte[] wave = bytes("👋");
        client.send(false, 0, TEXT, new byte[] {wave[0], wave[1]});
        client.send(true, 0, CONTINUATION, new byte[] {wave[2], wave[3]});
        assertThat(client.frame().text()).isEqualTo("👋");
    }

    @Test
    void refusesUnmaskedFrames() {
        client.raw(new byte[] {(byte) 0x81, 1, 'x'});
        assertThat(client.closeCode()).isEqualTo(1002);
    }

    @Test
    void refusesReservedBits() {
        client.send(true, 4, TEXT, bytes("x"));
        assertThat(client.closeCode()).isEqualTo(1002);
    }

    @Test
    void refusesReservedOpcodes() {
        client.send(true, 0, 3, bytes("x"));
        assertThat(client.closeCode()).isEqualTo(1002);
    }

    @Test
    void refusesFragmentedAndLongControlFrames() {
        client.send(false, 0, PING, bytes("x"));
        assertThat(client.closeCode()).isEqualTo(1002);
        WireClient other = new PipelineHarness().openEcho();
        other.send(true, 0, PING, new byte[126]);
        assertThat(other.frames().getLast().closeCode()).isEqualTo(1002);
    }

    @Test
    void refusesAContinuationOfNothing() {
        client.send(true, 0, CONTINUATION, bytes("x"));
        assertThat(client.closeCode()).isEqualTo(1002);
    }

    @Test
    void refusesANewMessageInsideAnother() {
        client.send(false, 0, TEXT, bytes("x"));
        client.send(true, 0, TEXT, bytes("y"));
        assertThat(client.closeCode()).isEqualTo(1002);
    }

    @Test
    void refusesInvalidUtf8() {
        client.send(true, 0, TEXT, new byte[] {'a', (byte) 0xc0, (byte) 0xaf});
        assertThat(client.closeCode()).isEqualTo(1007);
    }

    @Test
    void refusesUtf8ThatEndsInTheMiddleOfACharacter() {
        client.send(false, 0, TEXT, bytes("ok"));
        client.send(true, 0, CONTINUATION, new byte[] {(byte) 0xf0, (byte) 0x9f});
        assertThat(client.closeCode()).isEqualTo(1007);
    }

    @Test
    void answersACloseWithItsCode() {
        client.send(true, 0, CLOSE, new byte[] {0x03, (byte) 0xe8, 'b', 'y', 'e'});
        assertThat(client.closeCode()).isEqualTo(1000);
        assertThat(client.channel().isOpen()).isFalse();
    }

    @Test
    void refusesInvalidCloses() {
        client.send(true, 0, CLOSE, new byte[] {0x03});
        assertThat(client.closeCode()).isEqualTo(1002);
        WireClient other = new PipelineHarness().openEcho();
        other.send(true, 0, CLOSE, new byte[] {0x03, (byte) 0xed});
        assertThat(other.channel().isOpen()).isFalse();
    }

    @Test
    void ignoresPongsThatNobodyAskedFor() {
        client.send(true, 0, PONG, bytes("?"));
        assertThat(client.frames()).isEmpty();
    }
}
