package tidings.query.search;

import java.util.Comparator;

/** That a message has a word. */
record Posting(String token, long createdAt, byte[] channel, byte[] message) {

    /** As the index has them. */
    static final Comparator<Posting> ORDER =
            Comparator.comparing(Posting::token).thenComparingLong(Posting::createdAt);
}
