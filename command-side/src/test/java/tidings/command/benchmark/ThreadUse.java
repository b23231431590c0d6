package tidings.command.benchmark;

/**
 * What threads have used.
 *
 * @param nanos of CPU
 * @param switches how often they left a processor, by their own will or not
 */
record ThreadUse(long nanos, long switches) {

    static final ThreadUse NONE = new ThreadUse(0, 0);

    ThreadUse plus(ThreadUse other) {
        return new ThreadUse(nanos + other.nanos, switches + other.switches);
    }

    ThreadUse minus(ThreadUse other) {
        return new ThreadUse(nanos - other.nanos, switches - other.switches);
    }
}
