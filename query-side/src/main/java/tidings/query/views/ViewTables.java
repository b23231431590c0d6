package tidings.query.views;

import java.util.regex.Pattern;

/**
 * One set of the view tables: the live one, or another beside it under a suffix. SQL names a table as
 * <code>{message_view}</code>.
 */
public record ViewTables(String suffix) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z_]+)}");
    private static final Pattern SUFFIX = Pattern.compile("[a-z0-9_]{0,16}");

    /** The tables that queries read. */
    public static final ViewTables LIVE = new ViewTables("");

    public ViewTables {
        if (!SUFFIX.matcher(suffix).matches()) {
            throw new IllegalArgumentException("not a table suffix: " + suffix);
        }
    }

    /** The statement with every table of this set named in full. */
    public String sql(String statement) {
        return PLACEHOLDER.matcher(statement).replaceAll("$1" + suffix);
    }

    public String name(ViewTable table) {
        return table.base() + suffix;
    }
}
