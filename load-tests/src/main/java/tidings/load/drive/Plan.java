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
 * @param spared rooms in which nobody loses a connection; they have an event loop of their own
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
        int cutAt,
        int spared) {

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
                && senders >= 1
                && spared >= 0
                && (spared == 0 || spared < (users + roomSize - 1) / roomSize);
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
                cutAt,
                spared);
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

    /** Whether members of this room lose their connections. */
    boolean cutsIn(int room) {
        return cuts() && room >= spared;
    }

    /** Whether this user loses its connection. */
    boolean cuts(int user) {
        return cutsIn(user / roomSize) && user % roomSize >= senders;
    }

    /** The number of event loops that there is work for. */
    public int loops() {
        return Math.min(threads, rooms() - spared) + (spared > 0 ? 1 : 0);
    }

    /** The event loop of a room: the spared ones are on the first. */
    int loopOf(int room) {
        if (spared == 0) {
            return room % loops();
        }
        return room < spared ? 0 : 1 + room % (loops() - 1);
    }
}
