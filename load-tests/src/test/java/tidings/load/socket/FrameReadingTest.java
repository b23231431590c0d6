package tidings.load.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FrameReadingTest {

    private final Mark.Run run = new Mark.Run("r1");

    private static ServerFrame frame(String json) {
        return new ServerFrame(Unpooled.copiedBuffer(json, StandardCharsets.UTF_8));
    }

    @Test
    void readsTheFieldsThatTheBooksNeed() {
        ServerFrame frame =
                frame("{\"type\":\"event\",\"channelId\":\"c-1\",\"seq\":42,\"at\":\"x\",\"data\":{\"body\":\"日本\"}}");
        assertThat(frame.type()).isEqualTo("event");
        assertThat(frame.channelId()).isEqualTo("c-1");
        assertThat(frame.seq()).isEqualTo(42);
        assertThat(frame.code()).isEmpty();
        assertThat(frame("{\"type\":\"error\",\"code\":\"BUSY\"}").code()).isEqualTo("BUSY");
        assertThat(frame("{\"type\":\"pong\"}").seq()).isEqualTo(-1);
        assertThat(frame("").type()).isEmpty();
        ServerFrame welcome = frame("{\"type\":\"welcome\",\"channels\":["
                + "{\"channelId\":\"c-1\",\"seq\":4,\"readSeq\":0},{\"channelId\":\"c-2\",\"seq\":57,\"readSeq\":3}]}");
        assertThat(welcome.seqOf("c-2")).isEqualTo(57);
        assertThat(welcome.seqOf("c-3")).isEqualTo(-1);
    }

    @Test
    void findsMarksOfItsOwnRunOnly() {
        Mark mark = new Mark(12, 3456, 7_890_123);
        ServerFrame own = frame("{\"ref\":\"" + run.text(mark) + "\",\"body\":\"" + run.text(mark) + "xxx\"}");
        assertThat(run.finder().find(own.bytes())).contains(mark);
        assertThat(new Mark.Run("r2").finder().find(own.bytes())).isEmpty();
        assertThat(run.finder().find(frame("load:r1:1:2:x;").bytes())).isEmpty();
        assertThat(run.finder().find(frame("load:r1:1:2").bytes())).isEmpty();
        assertThat(run.finder().find(frame("load:r1:1:2:3:4;").bytes())).isEmpty();
    }
}
