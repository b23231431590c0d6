package tidings.load.drive;

import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tidings.load.socket.Mark;
import tidings.load.socket.MarkFinder;
import tidings.load.socket.ServerFrame;

/** One event loop with its rooms: it sends their messages when they are due and hears all answers. Single-threaded. */
final class LoadLoop {

    private static final int BURST = 64;

    final List<Room> rooms = new ArrayList<>();
    final LoadResults results = new LoadResults();
    private final EventLoop loop;
    private final Plan plan;
    private final Mark.Run run;
    private final MarkFinder marks;
    private final ClientLifecycle lifecycle;
    private final String padding;
    private @Nullable Schedule schedule;
    private long next;

    LoadLoop(EventLoop loop, Plan plan, Mark.Run run, ClientLifecycle lifecycle) {
        this.loop = loop;
        this.plan = plan;
        this.run = run;
        this.marks = run.finder();
        this.lifecycle = lifecycle;
        this.padding = "x".repeat(plan.bodySize());
    }

    EventLoop eventLoop() {
        return loop;
    }

    Counters counters() {
        return results.counters;
    }

    Optional<Mark> markIn(ServerFrame frame) {
        return marks.find(frame.bytes());
    }

    void ready(Client client) {
        lifecycle.ready(client);
    }

    void closed(Client client, boolean wasReady, String why) {
        lifecycle.closed(client, wasReady, why);
    }

    void putOff(Client client, String why, long retryAfterMillis) {
        lifecycle.putOff(client, why, retryAfterMillis);
    }

    /** Begins to send; the rooms take turns. */
    void start(Schedule given) {
        loop.execute(() -> {
            schedule = given;
            tick();
        });
    }

    boolean isDone() {
        Schedule given = schedule;
        return given != null && !given.has(next);
    }

    private void tick() {
        Schedule given = schedule;
        if (given == null) {
            return;
        }
        for (int i = 0; i < BURST && given.has(next) && given.dueNanos(next) <= System.nanoTime(); i++) {
            send(given, next++);
        }
        if (given.has(next)) {
            long wait = Math.max(0, given.dueNanos(next) - System.nanoTime());
            loop.schedule(this::tick, wait, TimeUnit.NANOSECONDS);
        }
    }

    private void send(Schedule given, long message) {
        Room room = rooms.get((int) (message % rooms.size()));
        Client sender = room.nextSender(plan.senders());
        if (sender == null) {
            results.counters.unsendable();
            return;
        }
        long due = (given.dueNanos(message) - given.startNanos()) / 1_000;
        if (isMeasured(due) && !plan.cutsIn(room.number)) {
            results.lateness.add(sinceStart(given) - due);
        }
        int number = room.book.send();
        String mark = run.text(new Mark(room.number, number, due));
        String rest = padding.substring(0, Math.max(0, plan.bodySize() - mark.length()));
        sender.send(number, Frames.send(room.channelId, mark, rest));
    }

    void acked(Mark mark) {
        Schedule given = schedule;
        if (given != null && isMeasured(mark.dueMicros())) {
            results.ack.add(sinceStart(given) - mark.dueMicros());
        }
    }

    void delivered(Client receiver, Mark mark, long seq) {
        Schedule given = schedule;
        if (!receiver.book.received(mark.number(), seq) || given == null) {
            return;
        }
        long now = sinceStart(given);
        if (isMeasured(now)) {
            results.deliveriesMeasured++;
        }
        if (isMeasured(mark.dueMicros())) {
            boolean disturbed = plan.cutsIn(receiver.room.number);
            (disturbed ? results.resumedDelivery : results.delivery).add(now - mark.dueMicros());
            if (!disturbed) {
                results.timeline.add(now, now - mark.dueMicros());
            }
        }
    }

    private boolean isMeasured(long micros) {
        return micros >= plan.warmup() * 1_000_000L;
    }

    private static long sinceStart(Schedule given) {
        return (System.nanoTime() - given.startNanos()) / 1_000;
    }
}
