package tidings.command.channel;

import java.time.Duration;

/**
 * How much of its latest past a channel remembers: so many entries at most, and of those that settled long ago only a few.
 * A busy channel has a wide window, and thousands of quiet ones fit into a node's memory.
 */
final class Window {

    /** More than the commands that one node ever has under way. */
    static final int MOST = 512;

    static final int FEWEST = 32;

    /** Far over the time that a command can be under way, clocks that are apart included. */
    static final Duration SETTLED = Duration.ofMinutes(5);

    private Window() {}

    /**
     * Whether the eldest of so many entries is to be forgotten.
     *
     * @param latest the entry that was added last
     */
    static boolean isTooWide(int size, EventPosition eldest, EventPosition latest) {
        return size > MOST || (size > FEWEST && eldest.at().plus(SETTLED).isBefore(latest.at()));
    }
}
