package tidings.system.client;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** When sends were made and when they were answered, over all attempts of each, on this JVM's clock. */
public final class Answers {

    private static final long PATIENCE_NANOS = 1_000_000_000L;

    private record Send(long madeNanos, long answeredNanos) {

        private boolean failed() {
            return answeredNanos - madeNanos > PATIENCE_NANOS;
        }
    }

    private final List<Send> sends = new ArrayList<>();

    /** Notes a send by when it was made and when it was answered. */
    synchronized void answered(long madeNanos, long answeredNanos) {
        sends.add(new Send(madeNanos, answeredNanos));
    }

    public synchronized int count() {
        return sends.size();
    }

    /** How long an answer took at most. */
    public synchronized double longestWaitSeconds() {
        return seconds(sends.stream()
                .mapToLong(send -> send.answeredNanos() - send.madeNanos())
                .max()
                .orElse(0));
    }

    /** The time during which at least one send went unanswered for longer than a second; 0 when none ever did. */
    public synchronized double secondsInWhichSendsFailed() {
        long failing = 0;
        long end = Long.MIN_VALUE;
        for (Send send : sends.stream()
                .filter(Send::failed)
                .sorted(Comparator.comparingLong(Send::madeNanos))
                .toList()) {
            long from = Math.max(end, send.madeNanos());
            failing += Math.max(0, send.answeredNanos() - from);
            end = Math.max(end, send.answeredNanos());
        }
        return seconds(failing);
    }

    private static double seconds(long nanos) {
        return NANOSECONDS.toMillis(nanos) / 1_000.0;
    }
}
