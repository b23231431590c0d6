package tidings.load.drive;

/**
 * When messages are due: evenly, whatever the answers do (open loop), so that a server that stalls is charged for every
 * message that should have been sent meanwhile.
 *
 * @param startNanos by {@link System#nanoTime()}
 * @param perSecond messages per second
 * @param messages how many in all
 */
record Schedule(long startNanos, double perSecond, long messages) {

    private static final double NANOS = 1e9;

    long dueNanos(long message) {
        return startNanos + (long) (message * NANOS / perSecond);
    }

    boolean has(long message) {
        return message < messages;
    }
}
