package tidings.command.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tidings.command.store.EngineNode;
import tidings.command.store.LongChannel;
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
        Files.write(Path.of("target", "channel-benchmark.txt"), LINES);
    }

    @Test
    void loadsAChannelWithALongPast() {
        try (EngineNode node = EngineNode.on(database)) {
            LongChannel channel = LongChannel.open(node).withMessages(EVENTS);
            assertThat(measure("a channel of " + EVENTS + " events", channel, EVENTS))
                    .isGreaterThan(EVENTS);
        }
    }

    @Test
    void loadsAChannelWithManyMembers() {
        try (EngineNode node = EngineNode.on(database)) {
            LongChannel channel = LongChannel.open(node).withMembers(MEMBERS).withMessages(20_000);
            assertThat(measure("a channel of " + MEMBERS + " members", channel, 20_000))
                    .isGreaterThan(MEMBERS);
        }
    }

    private long measure(String what, LongChannel channel, int messages) {
        AtomicInteger written = new AtomicInteger(messages);
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> {
            int from = written.getAndAdd(1_000);
            channel.withMessages(from, from + 1_000);
            return channel.rowsToLoad() <= 8_000;
        });
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
        Arrays.sort(nanos);
        Long bytes = channel.node()
                .jdbc
                .queryForObject(
                        "SELECT LENGTH(payload) FROM snapshot_event_entry WHERE aggregate_identifier = ?",
                        Long.class,
                        channel.id().toString());
        LINES.add(String.format(
                Locale.ROOT,
                "%s: first decision after %.1f ms (median of %d, best %.1f), %d rows read, snapshot %d bytes",
                what,
                nanos[LOADS / 2] / 1e6,
                LOADS,
                nanos[0] / 1e6,
                channel.rowsToLoad(),
                bytes));
        return seq;
    }
}
