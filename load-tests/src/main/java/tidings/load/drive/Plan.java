package tidings.load.drive;

/**
 * What a run does. Times are in seconds.
 *
 * @param users connected, user i in room i div {@code roomSize}
 * @param rate messages per second in all; 0 sends nothing
 * @param bodySize characters of a message
 * @param warmup how long it sends before it measures
 * @param duration how long it measures
 * @param drain how long it waits for what is missing at the end
 * @param connecting how many clients may be connecting at a time
 * @param threads event loops of the load program
 * @param sources source addresses; 1 leaves the choice to the system
 * @param senders how many members of a room send in turn
 * @param cutAt when all but the senders lose their connections, after the warm-up; negative for never
 */
public record Plan(
        int users,
        int roomSize,
        double rate,
        int bodySize,
        int warmup,
        int duration,
        int drain,
        int connecting,
        int threads,
        int sources,
        int senders,
        int cutAt) {

    public Plan {
        boolean valid = users >= 1
                && roomSize >= 1
                && rate >= 0
                && rate <= 100_000
                && bodySize >= 1
                && bodySize <= 4_000
                && warmup >= 0
                && duration >= 1
                && duration <= 3_600
                && drain >= 0
                && connecting >= 1
                && threads >= 1
                && sources >= 1
                && sources <= 200
                && senders >= 1;
        if (!valid) {
            throw new IllegalArgumentException("a number is out of bounds");
        }
    }

    /** The same with another number of messages per second. */
    public Plan withRate(double other) {
        return new Plan(
                users,
                roomSize,
                other,
                bodySize,
                warmup,
                duration,
                drain,
                connecting,
                threads,
                sources,
                senders,
                cutAt);
    }

    /** The number of rooms. */
    public int rooms() {
        return (users + roomSize - 1) / roomSize;
    }

    /** How many messages are sent in all. */
    public long messages() {
        return Math.round(rate * (warmup + duration));
    }

    boolean cuts() {
        return cutAt >= 0;
    }
}
