package tidings.query.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the windows of one search, block by block from the newest to the oldest. Every statement looks at a bounded
 * number of messages and takes them in the order of an index, so no size of the log and no setting of the server makes
 * it sort, or answer with a part as if it were the whole.
 */
final class WindowReader {

    static final int WINDOW = 256;
    private static final int MOST_BLOCKS = 64;
    private static final Comparator<SearchCursor.Match> NEWEST_FIRST = Comparator.reverseOrder();

    private final CandidateQueries candidates;
    private final CandidateSource source;
    private final SearchFilter filter;
    private final Scope scope;
    private final List<CandidateIndex> indexes;
    private final long newest;
    private final long oldest;
    private int blocks;

    WindowReader(CandidateQueries candidates, CandidateSource source, SearchFilter filter, Scope scope) {
        this.candidates = candidates;
        this.source = source;
        this.filter = filter;
        this.scope = scope;
        Instant before = filter.before();
        Instant after = filter.after();
        this.newest = before == null ? Long.MAX_VALUE : before.toEpochMilli() - 1;
        this.oldest = after == null ? Long.MIN_VALUE : ceilingMillis(after);
        this.indexes = newest < oldest ? List.of() : source.choose(filter, scope, newest, oldest);
    }

    private static long ceilingMillis(Instant at) {
        return at.equals(Instant.ofEpochMilli(at.toEpochMilli())) ? at.toEpochMilli() : at.toEpochMilli() + 1;
    }

    /**
     * The window that begins at a place.
     *
     * @param start null for the newest message
     * @param end where the window ends, when that is known from an earlier page
     */
    Window read(SearchCursor.@Nullable Match start, SearchCursor.@Nullable Match end) {
        SearchCursor.Match place =
                start == null || start.createdAt() > newest ? SearchCursor.Match.newestAt(newest) : start;
        long bottom = end == null ? oldest : Math.max(oldest, end.createdAt());
        List<SearchCursor.Match> found = new ArrayList<>();
        while (!indexes.isEmpty() && place.createdAt() >= bottom) {
            long until = source.endOfBlock(indexes, place.createdAt(), bottom);
            found.addAll(block(place, until, end == null ? WINDOW + 1 - found.size() : Integer.MAX_VALUE));
            blocks++;
            if (end == null && found.size() > WINDOW) {
                return new Window(found.subList(0, WINDOW), found.get(WINDOW - 1), found.get(WINDOW));
            }
            if (until <= bottom) {
                break;
            }
            place = SearchCursor.Match.newestAt(until - 1);
            if (end == null && blocks >= MOST_BLOCKS) {
                return new Window(found, SearchCursor.Match.oldestAt(until), place);
            }
        }
        return end == null ? new Window(found, SearchCursor.Match.oldestAt(bottom), null) : upTo(end, found);
    }

    /** A window that an earlier page has seen: its end stays where it was. */
    private static Window upTo(SearchCursor.Match end, List<SearchCursor.Match> found) {
        List<SearchCursor.Match> within =
                found.stream().filter(match -> match.compareTo(end) >= 0).toList();
        return new Window(within, end, end.before());
    }

    private List<SearchCursor.Match> block(SearchCursor.Match start, long until, int limit) {
        return indexes.stream()
                .flatMap(index -> candidates.matches(index, start, until, filter, scope, limit).stream())
                .distinct()
                .sorted(NEWEST_FIRST)
                .limit(limit)
                .toList();
    }

    /** Whether this search has looked at as much as one call may. */
    boolean spent() {
        return blocks >= MOST_BLOCKS;
    }
}
