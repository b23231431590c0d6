package tidings.command.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tidings.command.channel.Channel;
import tidings.command.channel.ChannelParts;
import tidings.command.channel.ChannelSnapshot;
import tidings.command.eventstore.EngineNode;
import tidings.command.eventstore.LongChannel;
import tidings.launcher.fixture.SharedServers;
import tidings.launcher.fixture.SharedServers.Database;

/** How long a node that does not know a channel needs for its first decision in it. */
class ChannelBenchmark {

    private static final int EVENTS = Integer.getInteger("benchmark.events", 1_000_000);
    private static final int MEMBERS = Integer.getInteger("benchmark.members", 50_000);
    private static final int LOADS = 11;
    private static final List<String> LINES = new ArrayList<>();

    private final Database database = SharedServers.get().freshDatabase("channel_benchmark");

    @AfterAll
    static void write() throws IOException {
        Figures.write("channel", LINES);
    }

    @Test
    void loadsAChannelWithALongPast() {
        try (EngineNode node = EngineNode.on(database)) {
            LongChannel channel = LongChannel.open(node).withMessages(EVENTS);
            assertThat(measure("a channel of " + EVENTS + " events", channel)).isGreaterThan(EVENTS);
        }
    }

    @Test
    void loadsAChannelWithManyMembers() {
        try (EngineNode node = EngineNode.on(database)) {
            LongChannel channel = LongChannel.open(node).withMembers(MEMBERS).withMessages(20_000);
            assertThat(measure("a channel of " + MEMBERS + " members", channel)).isGreaterThan(MEMBERS);
        }
    }

    private long measure(String what, LongChannel channel) {
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> channel.rowsToLoad() <= 8_000);
        long[] nanos = new long[LOADS];
        long seq = 0;
        for (int i = 0; i < LOADS; i++) {
            try (EngineNode fresh = EngineNode.on(database)) {
                // a connection and the classes are there; the channel is not
                LongChannel.open(fresh).post("warm");
                long begun = System.nanoTime();
                seq = channel.at(fresh).post("load-" + i).seq();
                nanos[i] = System.nanoTime() - begun;
            }
        }
        LINES.add(String.format(
                Locale.ROOT,
                "%s: first decision of a node after %s, %d rows read",
                what,
                medianOf(nanos),
                channel.rowsToLoad()));
        LINES.add(snapshot(channel));
        return seq;
    }

    private static String snapshot(LongChannel channel) {
        EngineNode node = channel.node();
        String id = channel.id().toString();
        long[] read = new long[LOADS];
        long[] copied = new long[LOADS];
        long[] written = new long[LOADS];
        for (int i = 0; i < LOADS; i++) {
            long begun = System.nanoTime();
            Channel state = (Channel) node.store.readEvents(id).next().getPayload();
            read[i] = System.nanoTime() - begun;
            begun = System.nanoTime();
            ChannelSnapshot copy = ChannelParts.snapshotOf(state);
            copied[i] = System.nanoTime() - begun;
            begun = System.nanoTime();
            node.store.storeSnapshot(new GenericDomainEventMessage<>("Channel", id, Long.MAX_VALUE - LOADS + i, copy));
            written[i] = System.nanoTime() - begun;
        }
        Long bytes = node.jdbc.queryForObject(
                "SELECT LENGTH(payload) FROM snapshot_event_entry WHERE aggregate_identifier = ?", Long.class, id);
        return String.format(
                Locale.ROOT,
                "  its snapshot: %d bytes, read in %s, copied in %s, written in %s",
                bytes,
                medianOf(read),
                medianOf(copied),
                medianOf(written));
    }

    private static String medianOf(long[] nanos) {
        Arrays.sort(nanos);
        return String.format(
                Locale.ROOT,
                "%.1f ms (median of %d, best %.1f, worst %.1f)",
                nanos[nanos.length / 2] / 1e6,
                nanos.length,
                nanos[0] / 1e6,
                nanos[nanos.length - 1] / 1e6);
    }
}
