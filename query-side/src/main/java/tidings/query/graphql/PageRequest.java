package tidings.query.graphql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list that is ordered by seq.
 *
 * @param after seqs from there on, exclusive
 * @param before seqs up to there, exclusive
 * @param limit 0 to {@link #MOST}
 */
record PageRequest(boolean backwards, long after, long before, int limit) {

    static final int MOST = 100;
    static final int USUAL = 50;
    private static final long BEGINNING = -1;

    /** A list's rows between two seqs, both exclusive; always in ascending order. */
    interface Source<T> {

        List<T> first(long after, long before, int limit);

        List<T> last(long after, long before, int limit);
    }

    /** Without {@code first} and {@code last}, the newest of the range. */
    static PageRequest of(
            @Nullable Integer first, @Nullable String after, @Nullable Integer last, @Nullable String before) {
        if (first != null && last != null) {
            throw QueryRefusedException.badRequest("either first or last");
        }
        boolean backwards = first == null && (last != null || after == null);
        return new PageRequest(
                backwards,
                Cursor.seq(after, BEGINNING),
                Cursor.seq(before, Long.MAX_VALUE),
                limit(first != null ? first : last, USUAL, MOST));
    }

    /** More than the most is answered with the most: {@code hasNextPage} tells. */
    static int limit(@Nullable Integer asked, int usual, int most) {
        if (asked != null && asked < 0) {
            throw QueryRefusedException.badRequest("a page has at least no entries");
        }
        return asked == null ? usual : Math.min(asked, most);
    }

    <T> Connection<T> page(Source<T> source, ToLongFunction<T> seq) {
        List<T> rows = backwards ? source.last(after, before, limit) : source.first(after, before, limit);
        return connection(rows, source, seq);
    }

    /** A page with one row, its seq given, in the middle; near an end of the list a full page at that end. */
    static <T> Connection<T> around(long middle, int limit, Source<T> source, ToLongFunction<T> seq) {
        List<T> before = source.last(BEGINNING, middle, limit);
        List<T> from = source.first(middle - 1, Long.MAX_VALUE, limit);
        int earlier = Math.min(before.size(), Math.max(limit / 2, limit - from.size()));
        int later = Math.min(from.size(), limit - earlier);
        List<T> rows = new ArrayList<>(before.subList(before.size() - earlier, before.size()));
        rows.addAll(from.subList(0, later));
        return new PageRequest(false, BEGINNING, Long.MAX_VALUE, limit).connection(rows, source, seq);
    }

    private <T> Connection<T> connection(List<T> rows, Source<T> source, ToLongFunction<T> seq) {
        long start = rows.isEmpty() ? (backwards ? before : after + 1) : seq.applyAsLong(rows.getFirst());
        long end = rows.isEmpty() ? (backwards ? before - 1 : after) : seq.applyAsLong(rows.getLast());
        boolean previous = start > 0 && !source.last(BEGINNING, start, 1).isEmpty();
        boolean next = end < Long.MAX_VALUE - 1
                && !source.first(end, Long.MAX_VALUE, 1).isEmpty();
        return Connection.of(rows, row -> Cursor.ofSeq(seq.applyAsLong(row)), previous, next);
    }
}
