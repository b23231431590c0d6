package tidings.query.rebuild;

import java.util.UUID;
import java.util.regex.Pattern;
import tidings.query.views.ViewTables;

/**
 * The tables of one replay: no other replay ever touches them.
 *
 * @param next where it builds
 * @param old what it has replaced
 */
record ReplayTables(ViewTables next, ViewTables old) {

    /** A suffix of any replay, of the builds too that had but one. */
    static final Pattern SUFFIX = Pattern.compile("_next|_old|_[no][0-9a-f]{12}");

    private static final int ID_DIGITS = 12;

    static ReplayTables of(UUID replay) {
        String id = replay.toString().replace("-", "").substring(0, ID_DIGITS);
        return new ReplayTables(new ViewTables("_n" + id), new ViewTables("_o" + id));
    }

    boolean have(String suffix) {
        return next.suffix().equals(suffix) || old.suffix().equals(suffix);
    }
}
