package tidings.query.views;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Bound parameters for SQL lists: values never enter a statement's text. */
public final class Placeholders {

    private Placeholders() {}

    /** {@code ?, ?, ?}. */
    public static String list(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    /** {@code (?, ?), (?, ?)}. */
    public static String pairs(int count) {
        return String.join(", ", Collections.nCopies(count, "(?, ?)"));
    }

    /** The first argument, then the others. */
    public static Object[] arguments(Object first, Collection<?> others) {
        List<Object> all = new ArrayList<>(others.size() + 1);
        all.add(first);
        all.addAll(others);
        return all.toArray();
    }
}
