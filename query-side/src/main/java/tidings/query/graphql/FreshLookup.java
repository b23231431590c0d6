package tidings.query.graphql;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Finds what was written a moment ago: views follow the log by up to one batch window, so what is not there is looked
 * for again for a little longer than that. What is hidden and what does not exist take equally long.
 */
@Component
final class FreshLookup {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    /** Together longer than a batch window and the transaction behind it. */
    static final int MOST_LOOKS = 7;

    /** Blocks its caller, a virtual thread, and holds no connection meanwhile. */
    <T> Optional<T> find(Supplier<Optional<T>> lookup) {
        Optional<T> found = lookup.get();
        for (int looks = 1; found.isEmpty() && looks < MOST_LOOKS; looks++) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            found = lookup.get();
        }
        return found;
    }
}
