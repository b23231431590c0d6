package tidings.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static tidings.gateway.socket.WireClient.CLOSE;
import static tidings.gateway.socket.WireClient.PING;
import static tidings.gateway.socket.WireClient.PONG;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6455, section 5.5: pings are answered, control frames are short and whole. */
class ControlFrameCasesTest {

    private final WireClient client = new PipelineHarness().openEcho();

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 124, 125})
    void answersPingsWithTheirPayload(int size) {
        byte[] payload = random(size);
        client.inPieces(WireClient.encode(true, 0, PING, payload), 1);
        assertThat(client.frame()).satisfies(pong -> {
            assertThat(pong.firstByte()).isEqualTo(0x80 | PONG);
            assertThat(pong.payload()).isEqualTo(payload);
        });
    }

    @Test
    void answersManyPingsInOrder() {
        for (int i = 0; i < 10; i++) {
            client.send(true, 0, PING, new byte[] {(byte) i});
        }
        List<WireFrame> pongs = client.frames();
        assertThat(pongs).hasSize(10).allMatch(frame -> frame.opcode() == PONG);
        for (int i = 0; i < 10; i++) {
            assertThat(pongs.get(i).payload()).containsExactly(i);
        }
    }

    @Test
    void goesOnAfterUnaskedPongs() {
        client.send(true, 0, PONG, random(125));
        client.send(true, 0, PING, random(3));
        assertThat(client.frame().opcode()).isEqualTo(PONG);
    }

    @ParameterizedTest
    @ValueSource(ints = {PING, PONG, CLOSE})
    void refusesFragmentedControlFrames(int opcode) {
        client.send(false, 0, opcode, new byte[0]);
        assertThat(client.closeCode()).isEqualTo(1002);
    }

    @ParameterizedTest
    @ValueSource(ints = {PING, PONG, CLOSE})
    void refusesLongControlFrames(int opcode) {
        client.send(true, 0, opcode, random(126));
        assertThat(client.closeCode()).isEqualTo(1002);
    }
}
