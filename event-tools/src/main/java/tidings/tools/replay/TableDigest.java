package tidings.tools.replay;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a table held before, and what it holds now. */
record TableDigest(
        String table, @Nullable String before, @Nullable String after) {

    String line() {
        String change = Objects.equals(before, after) ? "same" : "was " + before;
        return String.format("  %-24s %s  %s", table, after, change);
    }
}
