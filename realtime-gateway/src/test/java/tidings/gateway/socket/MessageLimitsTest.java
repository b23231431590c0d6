package tidings.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static tidings.gateway.socket.WireClient.BINARY;
import static tidings.gateway.socket.WireClient.CONTINUATION;
import static tidings.gateway.socket.WireClient.TEXT;

import org.junit.jupiter.api.Test;

/** A message may have so many bytes and so many fragments. */
class MessageLimitsTest {

    private final WireClient client = new PipelineHarness().openEcho();

    @Test
    void refusesMessagesThatAreTooBigInOneFrameOrInMany() {
        client.send(true, 0, TEXT, new byte[65_537]);
        assertThat(client.closeCode()).isEqualTo(1009);
        WireClient other = new PipelineHarness().openEcho();
        other.send(false, 0, BINARY, new byte[65_536]);
        other.send(true, 0, CONTINUATION, new byte[1]);
        assertThat(other.frames().getLast().closeCode()).isEqualTo(1009);
    }

    @Test
    void refusesEndlessFragments() {
        client.send(false, 0, BINARY, new byte[0]);
        for (int i = 0; i < 1_024; i++) {
            client.send(false, 0, CONTINUATION, new byte[0]);
        }
        assertThat(client.closeCode()).isEqualTo(1008);
    }
}
