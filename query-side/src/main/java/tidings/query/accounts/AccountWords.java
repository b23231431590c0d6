package tidings.query.accounts;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tidings.query.text.TextAnalysis;
import tidings.query.text.Unit;

/**
 * What of a name can be looked for: whatever is left of it from the beginning of a word on, and in scripts that put no
 * spaces between words from any character on. So people stand in the order of their names, and a query is one range of
 * the key. Names and queries are folded alike, so that they meet.
 */
public final class AccountWords {

    /** What the column holds; a name of more words is found by its first ones. */
    static final int LONGEST = 64;

    private static final int MOST = 64;

    private AccountWords() {}

    public static Set<String> ofName(String name) {
        List<Unit> units = TextAnalysis.units(name);
        Set<String> words = new LinkedHashSet<>();
        for (int start = 0; start < units.size() && words.size() < MOST; start++) {
            words.add(joined(units.subList(start, units.size())));
        }
        return words;
    }

    /** What names have to have from the beginning of some word on, each once. */
    static Set<String> ofQuery(String query) {
        Set<String> beginnings = new LinkedHashSet<>();
        runs(query).forEach(run -> beginnings.add(joined(run)));
        return beginnings;
    }

    /** Words of one unit, and what stands together of scripts without spaces. */
    private static List<List<Unit>> runs(String text) {
        List<List<Unit>> runs = new ArrayList<>();
        for (Unit unit : TextAnalysis.units(text)) {
            if (runs.isEmpty() || !runs.getLast().getLast().touches(unit)) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(unit);
        }
        return runs;
    }

    private static String joined(List<Unit> units) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < units.size(); i++) {
            text.append(i == 0 || units.get(i - 1).touches(units.get(i)) ? "" : " ")
                    .append(units.get(i).text());
        }
        int codePoints = text.codePointCount(0, text.length());
        return codePoints <= LONGEST
                ? text.toString()
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)).strip();
    }
}
