package tidings.gateway.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tidings.events.channel.ChannelId;
import tidings.gateway.frame.EventFrames;
import tidings.gateway.frame.ServerFrame;

class RecentEventsTest {

    private final ChannelId channel = new ChannelId(UUID.randomUUID());
    private final RecentEvents recent = new RecentEvents();

    @Test
    void givesWhatComesAfterASeq() {
        add(1, "MessagePosted", "{}");
        add(2, "MessagePosted", "{}");
        assertThat(recent.after(1)).extracting(ServerFrame.Event::seq).containsExactly(2L);
        assertThat(recent.after(-1)).isNull();
    }

    @Test
    void forgetsWhatWasBeforeADeletion() {
        add(1, "MessagePosted", "{\"body\":\"secret\"}");
        add(2, "MessageDeleted", "{}");
        add(3, "MessagePosted", "{}");
        assertThat(recent.after(0)).isNull();
        assertThat(recent.after(1)).extracting(ServerFrame.Event::seq).containsExactly(2L, 3L);
    }

    @Test
    void isNotFooledByWhatSomebodyWrote() {
        add(1, "MessagePosted", "{}");
        add(2, "MessagePosted", "{\"body\":\"\\\"event\\\":\\\"MessageDeleted\\\"\"}");
        assertThat(recent.after(0)).hasSize(2);
    }

    private void add(long seq, String type, String data) {
        recent.add(EventFrames.encode(channel, seq, Instant.EPOCH, type, null, data.getBytes(StandardCharsets.UTF_8)));
    }
}
