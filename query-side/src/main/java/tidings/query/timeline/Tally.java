package tidings.query.timeline;

import java.util.UUID;

/** The blocks of {@code message_tally}: 256 seqs each, so that a count of any range touches few rows. */
final class Tally {

    static final int BLOCK = 256;

    /** Stands for the authors together. */
    static final UUID EVERYBODY = new UUID(0, 0);

    private Tally() {}

    static long blockOf(long seq) {
        return seq / BLOCK;
    }
}
