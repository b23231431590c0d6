package tidings.query.search;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for.
 *
 * @param wanted every one of them must be found
 * @param unwanted none of them may be found
 * @param from usernames; the message is by one of them
 * @param in channel names; the message is in one of them
 * @param before the message was written earlier
 * @param after the message was written then or later
 */
record SearchFilter(
        List<Term> wanted,
        List<Term> unwanted,
        Set<String> from,
        Set<String> in,
        @Nullable Instant before,
        @Nullable Instant after,
        Set<Has> has) {

    enum Has {
        LINK,
        REACTION,
        THREAD
    }

    SearchFilter {
        wanted = List.copyOf(wanted);
        unwanted = List.copyOf(unwanted);
        from = Set.copyOf(from);
        in = Set.copyOf(in);
        has = has.isEmpty() ? EnumSet.noneOf(Has.class) : EnumSet.copyOf(has);
    }

    boolean isEmpty() {
        return wanted.isEmpty() && from.isEmpty() && in.isEmpty() && before == null && after == null && has.isEmpty();
    }
}
