package tidings.command.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tidings.command.background.BackgroundTasks;
import tidings.command.channel.ChannelCommand.OpenChannel;
import tidings.command.contract.CommandBatch;
import tidings.command.contract.CommandReply;
import tidings.command.contract.CommandRequest;
import tidings.command.contract.PostMessage;
import tidings.command.contract.ReplyBatch;
import tidings.command.dispatch.stripes.DispatchProperties;
import tidings.command.eventstore.EngineNode;
import tidings.command.eventstore.Positions;
import tidings.command.relay.Relay;
import tidings.command.relay.RelayProperties;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.events.channel.Visibility;
import tidings.launcher.fixture.SharedServers;

/**
 * What a send costs at a steady pace, by the stream of commands and with the relay running: the batches are small then, and
 * what each of them costs is most of it.
 */
class PaceBenchmark {

    private static final int PER_SECOND = Integer.getInteger("benchmark.rate", 1_000);
    private static final int WARM_UP = Integer.getInteger("benchmark.warmup", 30);
    private static final int MEASURED = Integer.getInteger("benchmark.seconds", 10);
    private static final String WINDOWS = System.getProperty("benchmark.windows", "0,2000,8000");
    private static final String MYSQL_SETTING = System.getProperty("benchmark.mysql", "");
    private static final int CHANNELS = 100;
    private static final long MICROS = 1_000;
    private static final List<String> LINES = new ArrayList<>();

    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLongArray sentAt = new AtomicLongArray(4_000_000);
    private final long[] nanos = new long[4_000_000];
    private int sent;

    @AfterAll
    static void write() throws IOException {
        Figures.write("pace", LINES);
    }

    @Test
    void withEachBatchWindow() throws InterruptedException {
        for (String window : WINDOWS.split(",")) {
            measure(Duration.ofNanos(Long.parseLong(window) * MICROS));
        }
        assertThat(refused).hasValue(0);
    }

    private void measure(Duration window) throws InterruptedException {
        try (EngineNode node = EngineNode.on(
                        SharedServers.get().freshDatabase("pace"),
                        new DispatchProperties(Integer.getInteger("benchmark.stripes", 2), 200, 2_000, 200_000, 1_000),
                        EngineNode.storing(window));
                Doorstep door = Doorstep.of(node);
                Relay relay = relay(node)) {
            if (!MYSQL_SETTING.isEmpty()) {
                node.jdbc.execute("SET GLOBAL " + MYSQL_SETTING);
            }
            relay.start(new BackgroundTasks());
            AccountId author = node.ids.nextAccountId();
            List<ChannelId> channels = open(node, author);
            StreamObserver<CommandBatch> requests = door.stream(this::answered);
            send(requests, author, channels, WARM_UP);
            int from = sent;
            Threads jvm = Threads.of(Path.of("/proc/self"));
            Threads mysql = Threads.of(CpuTime.mysqlProcess(node.jdbc));
            send(requests, author, channels, MEASURED);
            Threads jvmUsed = Threads.of(Path.of("/proc/self")).since(jvm);
            Threads mysqlUsed = Threads.of(CpuTime.mysqlProcess(node.jdbc)).since(mysql);
            report(window, from, jvmUsed, mysqlUsed);
            requests.onCompleted();
        }
    }

    private void report(Duration window, int from, Threads jvm, Threads mysql) {
        long[] sorted = Arrays.copyOfRange(nanos, from, sent);
        Arrays.sort(sorted);
        ThreadUse node = jvm.sumWithout("client");
        ThreadUse server = mysql.sumWithout("client");
        double messages = sorted.length;
        LINES.add(String.format(
                Locale.ROOT,
                "%d/s, batch window %.1f ms: p50 %.2f ms, p99 %.2f ms; per message: JVM %.0f us, %.1f switches; MySQL %.0f us,"
                        + " %.1f switches",
                PER_SECOND,
                window.toNanos() / 1e6,
                sorted[sorted.length / 2] / 1e6,
                sorted[(int) (sorted.length * 0.99)] / 1e6,
                node.nanos() / 1e3 / messages,
                node.switches() / messages,
                server.nanos() / 1e3 / messages,
                server.switches() / messages));
        LINES.add("  the node, without the caller's own threads:");
        LINES.addAll(jvm.perMessage(sorted.length));
        LINES.add("  MySQL:");
        LINES.addAll(mysql.perMessage(sorted.length));
    }

    private void answered(ReplyBatch batch) {
        long now = System.nanoTime();
        for (CommandReply reply : batch.getRepliesList()) {
            int n = (int) reply.getRequestId();
            nanos[n] = now - sentAt.get(n);
            answered.incrementAndGet();
            if (reply.hasRejected()) {
                refused.incrementAndGet();
            }
        }
    }

    /** Every millisecond what is due, as a gateway's loop does. */
    private void send(StreamObserver<CommandBatch> requests, AccountId author, List<ChannelId> channels, int seconds)
            throws InterruptedException {
        Thread.currentThread().setName("client-pace");
        int end = sent + seconds * PER_SECOND;
        long begun = System.nanoTime();
        int first = sent;
        while (sent < end) {
            long due = Math.min(end, first + (System.nanoTime() - begun) * PER_SECOND / 1_000_000_000L);
            if (due > sent) {
                CommandBatch.Builder batch = CommandBatch.newBuilder();
                while (sent < due) {
                    sentAt.set(sent, System.nanoTime());
                    batch.addRequests(request(sent++, author, channels));
                }
                requests.onNext(batch.build());
            }
            TimeUnit.MICROSECONDS.sleep(500);
        }
        while (answered.get() < sent) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    private static CommandRequest request(int n, AccountId author, List<ChannelId> channels) {
        return CommandRequest.newBuilder()
                .setRequestId(n)
                .setTimeoutMs(10_000)
                .setActorId(author.toString())
                .setChannelId(channels.get((int) (n * 7_919L % CHANNELS)).toString())
                .setPostMessage(PostMessage.newBuilder()
                        .setClientMessageId("m" + n)
                        .setBody("a message of a hundred bytes, as people write them to one another all day long; "
                                + "this is 100 long"))
                .build();
    }

    private static List<ChannelId> open(EngineNode node, AccountId author) {
        List<ChannelId> channels = new ArrayList<>();
        for (int i = 0; i < CHANNELS; i++) {
            ChannelId id = node.ids.nextChannelId();
            channels.add(id);
            node.decide(author, new OpenChannel(id, "c" + i, null, Visibility.PUBLIC, List.of()));
        }
        return channels;
    }

    private static Relay relay(EngineNode node) {
        String topic = "pace-benchmark-" + UUID.randomUUID();
        return new Relay(
                new Relay.Target(
                        SharedServers.get().kafkaBootstrapServers(), topic, topic + "-read-markers", (short) 1, 8),
                new RelayProperties(
                        500,
                        Duration.ofMillis(Integer.getInteger("benchmark.gather", 1)),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(10)),
                node.store,
                node.engine.getEventSerializer(),
                Positions.create(node.connections, "node", Duration.ofSeconds(10)),
                node.transactions);
    }
}
