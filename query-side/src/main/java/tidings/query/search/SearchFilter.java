package tidings.query.search;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a search looks for.
 *
 * @param wanted every one of them must be found
 * @param unwanted none of them may be found
 * @param from usernames of authors
 * @param in names of channels
 * @param before the message was written earlier
 * @param after the message was written then or later
 * @param outside the message was written in none of them
 * @param warnings what of the query was not understood, for whoever asked
 */
record SearchFilter(
        List<Term> wanted,
        List<Term> unwanted,
        Names from,
        Names in,
        @Nullable Instant before,
        @Nullable Instant after,
        List<Period> outside,
        Traits has,
        List<String> warnings) {

    enum Has {
        LINK,
        REACTION,
        THREAD
    }

    /**
     * @param only one of them, where there are any
     * @param never none of them
     */
    record Names(Set<String> only, Set<String> never) {

        Names {
            only = Set.copyOf(only);
            never = Set.copyOf(never);
        }

        boolean isEmpty() {
            return only.isEmpty() && never.isEmpty();
        }
    }

    /**
     * @param all the message has each of them
     * @param none the message has none of them
     */
    record Traits(Set<Has> all, Set<Has> none) {

        Traits {
            all = copy(all);
            none = copy(none);
        }

        private static Set<Has> copy(Set<Has> has) {
            return has.isEmpty() ? EnumSet.noneOf(Has.class) : EnumSet.copyOf(has);
        }

        boolean isEmpty() {
            return all.isEmpty() && none.isEmpty();
        }
    }

    /** From an instant on until before another. */
    record Period(Instant from, Instant until) {}

    SearchFilter {
        wanted = List.copyOf(wanted);
        unwanted = List.copyOf(unwanted);
        outside = List.copyOf(outside);
        warnings = List.copyOf(warnings);
    }

    /** Says nothing about any message. */
    boolean isEmpty() {
        return wanted.isEmpty()
                && unwanted.isEmpty()
                && from.isEmpty()
                && in.isEmpty()
                && before == null
                && after == null
                && outside.isEmpty()
                && has.isEmpty();
    }
}
