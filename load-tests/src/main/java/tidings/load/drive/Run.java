package tidings.load.drive;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import tidings.load.books.Verdict;
import tidings.load.measure.Latencies;
import tidings.load.measure.ProcessMeter;
import tidings.load.measure.Timeline;
import tidings.load.socket.Connector;
import tidings.load.socket.Mark;

/** One run of a plan: connect, send and measure, wait for the rest, add up. */
public final class Run {

    private static final long LINGER_MILLIS = 1_000;
    private static final long NANOS = 1_000_000_000L;

    private final Plan plan;
    private final Connecting connecting;
    private final ProcessMeter meter;
    private final Consumer<String> tells;
    private final List<LoadLoop> loops = new ArrayList<>();
    private final List<Client> clients = new ArrayList<>();

    /**
     * @param tokens by user
     * @param channelIds by user
     * @param id makes the messages of this run distinct; letters and digits
     * @param tells hears how far it is
     */
    public Run(
            Plan plan,
            List<String> tokens,
            List<String> channelIds,
            Connector connector,
            ProcessMeter meter,
            String id,
            Consumer<String> tells) {
        this.plan = plan;
        this.connecting = new Connecting(connector, tokens, plan.connecting());
        this.meter = meter;
        this.tells = tells;
        Mark.Run run = new Mark.Run(id);
        for (int i = 0; i < plan.loops(); i++) {
            loops.add(new LoadLoop(connector.nextLoop(), plan, run, connecting));
        }
        for (int user = 0; user < plan.users(); user++) {
            int number = user / plan.roomSize();
            LoadLoop loop = loops.get(plan.loopOf(number));
            if (user % plan.roomSize() == 0) {
                loop.rooms.add(new Room(number, channelIds.get(user)));
            }
            clients.add(new Client(user, loop.rooms.getLast(), loop));
        }
    }

    /** Does it all; takes as long as the plan says, and at most as long again to connect and to drain. */
    public Findings execute() throws InterruptedException {
        ProcessMeter.Sample before = meter.sample();
        long connectStart = System.nanoTime();
        connecting.connectAll(clients);
        double connectSeconds = secondsSince(connectStart);
        tells.accept(String.format("%,d connected in %.1f s", connecting.ready(), connectSeconds));
        TimeUnit.SECONDS.sleep(1);
        ProcessMeter.Sample connected = meter.sample();
        long start = System.nanoTime() + NANOS / 10;
        startSending(start);
        sleepUntil(start + plan.warmup() * NANOS);
        ProcessMeter.Sample measureStart = meter.sample();
        long measureNanos = System.nanoTime();
        if (plan.cuts()) {
            sleepUntil(start + (plan.warmup() + plan.cutAt()) * NANOS);
            cut();
        }
        sleepUntil(start + (plan.warmup() + plan.duration()) * NANOS);
        drain();
        ProcessMeter.Sample measureEnd = meter.sample();
        double measured = secondsSince(measureNanos);
        TimeUnit.MILLISECONDS.sleep(LINGER_MILLIS);
        int ready = connecting.ready();
        connecting.end();
        Findings findings = findings(ready, connectSeconds, measured, before, connected, measureStart, measureEnd);
        clients.forEach(client -> client.eventLoop().execute(client::close));
        return findings;
    }

    private void startSending(long start) {
        for (LoadLoop loop : loops) {
            double share = (double) loop.rooms.size() / plan.rooms();
            if (plan.rate() > 0) {
                loop.start(new Schedule(start, plan.rate() * share, Math.round(plan.messages() * share)));
            }
        }
        tells.accept(
                String.format("sending %,.0f messages/s for %d + %d s", plan.rate(), plan.warmup(), plan.duration()));
    }

    private void cut() {
        tells.accept("cutting connections");
        for (Client client : clients) {
            if (plan.cuts(client.user)) {
                client.eventLoop().execute(client::cut);
            }
        }
    }

    private void drain() throws InterruptedException {
        long deadline = System.nanoTime() + plan.drain() * NANOS;
        while (!isSettled() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private boolean isSettled() {
        return connecting.ready() == clients.size()
                && loops.stream()
                        .allMatch(loop -> on(
                                loop,
                                () -> (plan.rate() == 0 || loop.isDone())
                                        && loop.rooms.stream().allMatch(room -> room.book.isSettled())));
    }

    private Findings findings(
            int ready,
            double connectSeconds,
            double measuredSeconds,
            ProcessMeter.Sample before,
            ProcessMeter.Sample connected,
            ProcessMeter.Sample measureStart,
            ProcessMeter.Sample measureEnd) {
        Verdict verdict = verdict();
        LoadResults all = new LoadResults();
        List<Timeline.Second> timeline = collect(all);
        Counters.Counts counts = all.counters.counts();
        Latencies.Summary delivery = all.delivery.summary();
        return new Findings(
                ready,
                connectSeconds,
                connecting.firstConnects(),
                connecting.failures(),
                verdict,
                delivery,
                all.delivery.curve(),
                all.resumedDelivery.summary(),
                all.ack.summary(),
                all.lateness.summary(),
                connecting.reconnects(),
                List.copyOf(timeline),
                measuredSeconds,
                all.deliveriesMeasured,
                counts.errors(),
                counts.resets(),
                counts.unsendable(),
                before,
                connected,
                measureStart,
                measureEnd);
    }

    private List<Timeline.Second> collect(LoadResults all) {
        List<Timeline.Second> timeline = new ArrayList<>();
        for (LoadLoop loop : loops) {
            on(loop, () -> {
                all.addAll(loop.results);
                return timeline.addAll(loop.results.timeline.seconds());
            });
        }
        return timeline;
    }

    private Verdict verdict() {
        return loops.stream()
                .map(loop -> on(
                        loop,
                        () -> loop.rooms.stream()
                                .map(room -> room.book.verdict())
                                .reduce(Verdict.NOTHING, Verdict::plus)))
                .reduce(Verdict.NOTHING, Verdict::plus);
    }

    private static <T> T on(LoadLoop loop, Callable<T> question) {
        try {
            return loop.eventLoop().submit(question).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static void sleepUntil(long nanos) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(Math.max(0, nanos - System.nanoTime()));
    }

    private static double secondsSince(long nanos) {
        return (double) (System.nanoTime() - nanos) / NANOS;
    }
}
