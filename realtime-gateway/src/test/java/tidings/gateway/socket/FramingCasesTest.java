package tidings.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static tidings.gateway.socket.WireClient.BINARY;
import static tidings.gateway.socket.WireClient.CONTINUATION;
import static tidings.gateway.socket.WireClient.PING;
import static tidings.gateway.socket.WireClient.PONG;
import static tidings.gateway.socket.WireClient.TEXT;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6455, section 5, in the order of the groups of the Autobahn suite: framing, reserved bits, opcodes, fragments, sizes. */
class FramingCasesTest {

    private final WireClient client = new PipelineHarness().openEcho();

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 127, 128, 65_535, 65_536})
    void echoesMessagesThatComeInPieces(int size) {
        byte[] payload = random(size);
        client.inPieces(WireClient.encode(true, 0, BINARY, payload), Math.max(1, size / 61));
        assertThat(client.frame()).satisfies(frame -> {
            assertThat(frame.firstByte()).isEqualTo(0x80 | BINARY);
            assertThat(frame.payload()).isEqualTo(payload);
        });
    }

    @ParameterizedTest
    @CsvSource({"1,1", "2,1", "3,2", "4,1", "5,9", "6,8", "7,2", "1,9", "2,8"})
    void refusesEveryReservedBitOnEveryKindOfFrame(int reserved, int opcode) {
        client.send(true, 0, TEXT, new byte[] {'o', 'k'});
        client.send(true, reserved, opcode, random(4));
        List<WireFrame> frames = client.frames();
        assertThat(frames.getFirst().text()).isEqualTo("ok");
        assertThat(frames.getLast().closeCode()).isEqualTo(1002);
        assertThat(frames).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 6, 7, 11, 12, 13, 14, 15})
    void refusesEveryReservedOpcode(int opcode) {
        client.send(true, 0, opcode, new byte[0]);
        assertThat(client.closeCode()).isEqualTo(1002);
    }

    @Test
    void refusesAContinuationAfterAWholeMessage() {
        client.send(true, 0, TEXT, new byte[] {'a'});
        client.send(false, 0, CONTINUATION, new byte[] {'b'});
        assertThat(client.closeCode()).isEqualTo(1002);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 64, 1_000})
    void joinsFragmentsOfEverySizeAroundPings(int size) {
        byte[] message = random(20_000 / Math.max(1, 1_000 / size));
        for (int from = 0; from < message.length; from += size) {
            boolean last = from + size >= message.length;
            byte[] part = Arrays.copyOfRange(message, from, Math.min(message.length, from + size));
            client.send(last, 0, from == 0 ? BINARY : CONTINUATION, part);
            if (!last) {
                client.send(true, 0, PING, new byte[0]);
            }
        }
        List<WireFrame> frames = client.frames();
        assertThat(frames.subList(0, frames.size() - 1)).allMatch(frame -> frame.opcode() == PONG);
        assertThat(frames.getLast().payload()).isEqualTo(message);
    }

    @Test
    void readsManyFramesOutOfOnePacket() {
        byte[] one = WireClient.encode(true, 0, TEXT, "x".getBytes(StandardCharsets.UTF_8));
        byte[] packet = new byte[one.length * 100];
        for (int i = 0; i < 100; i++) {
            System.arraycopy(one, 0, packet, i * one.length, one.length);
        }
        client.raw(packet);
        assertThat(client.frames()).hasSize(100).allMatch(frame -> frame.text().equals("x"));
    }

    @Test
    void refusesALengthOfMoreThanThereCanBe() {
        client.raw(new byte[] {(byte) 0x82, (byte) 0xff, (byte) 0x80, 0, 0, 0, 0, 0, 0, 1, 1, 2, 3, 4});
        List<WireFrame> frames = client.frames();
        assertThat(frames.getLast().closeCode()).isIn(1002, 1009);
    }

    @Test
    void refusesTooMuchBeforeItHasCome() {
        client.raw(new byte[] {(byte) 0x82, (byte) 0xff, 0, 0, 0, 0, 0x7f, 0, 0, 0, 1, 2, 3, 4});
        assertThat(client.closeCode()).isEqualTo(1009);
    }

    @Test
    void acceptsLengthsThatAreLongerThanNeeded() {
        // section 5.2 obliges senders to the shortest form and lets receivers choose: a refusal is as good
        client.raw(new byte[] {(byte) 0x82, (byte) 0xfe, 0, 1, 1, 2, 3, 4, 'x' ^ 1});
        WireFrame answer = client.frames().getLast();
        assertThat(answer.opcode() == BINARY || answer.closeCode() == 1002).isTrue();
    }
}
