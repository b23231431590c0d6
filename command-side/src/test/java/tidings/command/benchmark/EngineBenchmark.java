package tidings.command.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tidings.command.channel.ChannelCommand;
import tidings.command.channel.ChannelCommand.OpenChannel;
import tidings.command.channel.ChannelCommand.PostMessage;
import tidings.command.dispatch.Outcome;
import tidings.command.dispatch.stripes.DispatchProperties;
import tidings.command.eventstore.EngineNode;
import tidings.command.ids.IdFactory;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.events.channel.ClientMessageId;
import tidings.events.channel.Visibility;
import tidings.launcher.fixture.SharedServers;
import tidings.launcher.fixture.SharedServers.Database;

/**
 * Durable sends per second, their latency and their CPU, with every guarantee on, against the baseline in the same run.
 * Not part of the build: its README tells how to run it and what is written beside the figures.
 */
class EngineBenchmark {

    private static final int CHANNELS = 2_000;
    private static final int STRIPES = Integer.getInteger("benchmark.stripes", 2);
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("benchmark.warmup", 12));
    private static final Duration MEASURED = Duration.ofSeconds(Integer.getInteger("benchmark.seconds", 4));
    /** All channels fit the cache, with all that they remember: what is measured is deciding, not loading. */
    private static final DispatchProperties DISPATCH =
            new DispatchProperties(STRIPES, 200, 2_000, Long.getLong("benchmark.cache", 1_200_000), 1_000);

    private static final Duration PACE = Duration.ofMillis(Integer.getInteger("benchmark.pace", 8));
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 3);
    private static final String BODY =
            "a message of a hundred bytes, as people write them to one another all day long; " + "this one is 100 long";
    private static final List<String> LINES = new ArrayList<>();

    private final AtomicLong number = new AtomicLong();
    private final Callers callers = new Callers();

    @AfterAll
    static void write() throws IOException {
        Figures.write("engine", LINES);
    }

    @Test
    void groupCommit() throws InterruptedException {
        Database database = SharedServers.get().freshDatabase("benchmark");
        try (EngineNode node = EngineNode.on(database, DISPATCH, EngineNode.storing(PACE))) {
            Path mysql = CpuTime.mysqlProcess(node.jdbc);
            AccountId author = node.ids.nextAccountId();
            List<ChannelId> many = open(CHANNELS, node.ids, command -> node.dispatch(author, command));
            List<ChannelId> one = List.of(many.getFirst());
            callers.run(200, WARM_UP, sends(many, node.ids, command -> node.dispatch(author, command)));
            callers.run(200, WARM_UP.dividedBy(4), sends(one, node.ids, command -> node.dispatch(author, command)));
            long sent = messages(node);
            for (List<ChannelId> channels : List.of(many, one)) {
                for (int n : new int[] {32, 200, 1_000}) {
                    sent += measure(
                            "group commit",
                            n,
                            channels.size(),
                            mysql,
                            sends(channels, node.ids, command -> node.dispatch(author, command)));
                }
            }
            assertThat(messages(node))
                    .as("every answer stands in the log, once")
                    .isEqualTo(sent);
        }
    }

    @Test
    void aTransactionPerCommand() throws InterruptedException {
        Database database = SharedServers.get().freshDatabase("baseline");
        IdFactory ids = new IdFactory(java.time.Clock.systemUTC());
        try (EngineNode reader = EngineNode.on(SharedServers.get().freshDatabase("reader"));
                PlainNode node = new PlainNode(database)) {
            Path mysql = CpuTime.mysqlProcess(reader.jdbc);
            AccountId author = ids.nextAccountId();
            List<ChannelId> many = open(CHANNELS, ids, command -> node.dispatch(author, command));
            callers.run(32, WARM_UP, sends(many, ids, command -> node.dispatch(author, command)));
            for (int n : new int[] {32, 200, 1_000}) {
                assertThat(measure(
                                "baseline",
                                n,
                                CHANNELS,
                                mysql,
                                sends(many, ids, command -> node.dispatch(author, command))))
                        .isPositive();
            }
            assertThat(measure(
                            "baseline",
                            32,
                            1,
                            mysql,
                            sends(List.of(many.getFirst()), ids, command -> node.dispatch(author, command))))
                    .isPositive();
        }
    }

    private static List<ChannelId> open(
            int channels, IdFactory ids, Function<ChannelCommand, CompletableFuture<Outcome>> dispatch) {
        List<ChannelId> opened = new ArrayList<>();
        for (int i = 0; i < channels; i++) {
            ChannelId id = ids.nextChannelId();
            opened.add(id);
            assertThat(dispatch.apply(new OpenChannel(id, "c" + i, null, Visibility.PUBLIC, List.of()))
                            .join())
                    .isInstanceOf(Outcome.Accepted.class);
        }
        return opened;
    }

    private static long messages(EngineNode node) {
        Long count = node.jdbc.queryForObject("SELECT COUNT(message_id) FROM domain_event_entry", Long.class);
        return count == null ? -1 : count;
    }

    private Supplier<CompletableFuture<Outcome>> sends(
            List<ChannelId> channels, IdFactory ids, Function<ChannelCommand, CompletableFuture<Outcome>> dispatch) {
        return () -> {
            long n = number.incrementAndGet();
            return dispatch.apply(new PostMessage(
                    channels.get((int) (n % channels.size())),
                    ids.nextMessageId(),
                    new ClientMessageId("m" + n),
                    BODY,
                    null));
        };
    }

    /** Several rounds: their median by sends per second is written down, all of them count. */
    private long measure(String what, int n, int channels, Path mysql, Supplier<CompletableFuture<Outcome>> sends)
            throws InterruptedException {
        List<Round> rounds = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            CpuTime before = CpuTime.now(mysql);
            Answers result = callers.run(n, MEASURED, sends);
            rounds.add(new Round(result, CpuTime.now(mysql).since(before)));
        }
        rounds.sort(Comparator.comparingDouble(round -> round.result().perSecond()));
        Round median = rounds.get(ROUNDS / 2);
        Answers result = median.result();
        LINES.add(String.format(
                Locale.ROOT,
                "%-13s %5d callers %5d channels: %7.0f/s (%.0f to %.0f), p50 %6.2f ms, p99 %6.2f ms, CPU per send %4d us"
                        + " (JVM %d, MySQL %d), busy %d",
                what,
                n,
                channels,
                result.perSecond(),
                rounds.getFirst().result().perSecond(),
                rounds.getLast().result().perSecond(),
                result.millis(0.5),
                result.millis(0.99),
                (median.used().jvm() + median.used().mysql()) / result.accepted(),
                median.used().jvm() / result.accepted(),
                median.used().mysql() / result.accepted(),
                result.busy()));
        return rounds.stream().mapToLong(round -> round.result().accepted()).sum();
    }
}
