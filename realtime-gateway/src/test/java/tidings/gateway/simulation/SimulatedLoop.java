package tidings.gateway.simulation;

import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** An event loop in virtual time: tasks run in the order of their times, and of their submission where these are equal. */
public final class SimulatedLoop extends AbstractExecutorService implements ScheduledExecutorService {

    private static final class Task extends FutureTask<Void> implements ScheduledFuture<Void> {

        final long atMicros;
        final long number;

        @SuppressWarnings("NullAway") // the result of a Runnable's task is null
        Task(Runnable action, long atMicros, long number) {
            super(action, null);
            this.atMicros = atMicros;
            this.number = number;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(atMicros, TimeUnit.MICROSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            Task task = (Task) other;
            int byTime = Long.compare(atMicros, task.atMicros);
            return byTime != 0 ? byTime : Long.compare(number, task.number);
        }
    }

    private final PriorityQueue<Task> tasks = new PriorityQueue<>();
    private long nowMicros;
    private long nextNumber;

    public long nowMicros() {
        return nowMicros;
    }

    /** Runs everything that is due within a time from now. */
    public void runFor(long micros) {
        long until = nowMicros + micros;
        while (!tasks.isEmpty() && tasks.peek().atMicros <= until) {
            Task task = tasks.remove();
            nowMicros = task.atMicros;
            task.run();
            if (!task.isCancelled() && task.state() == java.util.concurrent.Future.State.FAILED) {
                throw new IllegalStateException(task.exceptionNow());
            }
        }
        nowMicros = until;
    }

    private Task add(Runnable action, long delayMicros) {
        Task task = new Task(action, nowMicros + delayMicros, nextNumber++);
        tasks.add(task);
        return task;
    }

    public void after(long delayMicros, Runnable action) {
        add(action, delayMicros);
    }

    @Override
    public void execute(Runnable command) {
        add(command, 0);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return add(command, unit.toMicros(delay));
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long initialDelay, long delay, TimeUnit unit) {
        return add(
                () -> {
                    command.run();
                    scheduleWithFixedDelay(command, delay, delay, unit);
                },
                unit.toMicros(initialDelay));
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long initialDelay, long period, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void shutdown() {
        tasks.clear();
    }

    @Override
    public List<Runnable> shutdownNow() {
        tasks.clear();
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return false;
    }

    @Override
    public boolean isTerminated() {
        return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return true;
    }
}
