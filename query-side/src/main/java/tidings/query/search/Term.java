package tidings.query.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tidings.query.text.TextAnalysis;
import tidings.query.text.Unit;

/**
 * A word or a phrase to find: its units one right after the other.
 *
 * @param special whether it is the likes of {@code @name} and {@code C++}, found by its own token
 * @param beginning whether the last unit may be the beginning of a longer word
 */
record Term(String text, List<Unit> units, boolean special, boolean beginning) {

    Term {
        units = List.copyOf(units);
    }

    static Term of(String text, boolean beginning) {
        boolean special = Tokens.SPECIALS.matcher(text).matches();
        return new Term(text, TextAnalysis.units(text), special, beginning && !special);
    }

    /** Nothing in it can be found, such as a lone dash. */
    boolean isEmpty() {
        return units.isEmpty();
    }

    /** The tokens that a message must have. */
    Set<String> tokens() {
        if (special) {
            return Set.of(Tokens.ofSpecial(text));
        }
        Set<String> tokens = new TreeSet<>();
        for (int i = 0; i < units.size(); i++) {
            boolean joined = i > 0 && units.get(i - 1).touches(units.get(i));
            if (joins(i)) {
                tokens.add(Tokens.ofUnit(units.get(i).text() + units.get(i + 1).text()));
            } else if (!joined && !isOpen(i)) {
                tokens.add(Tokens.ofUnit(units.get(i).text()));
            }
        }
        return tokens;
    }

    /** What a token of the message must begin with: of the word whose end is open. */
    Set<String> beginnings() {
        int last = units.size() - 1;
        return isOpen(last) ? Set.of(Tokens.ofUnit(units.get(last).text())) : Set.of();
    }

    private boolean joins(int unit) {
        return unit + 1 < units.size() && units.get(unit).touches(units.get(unit + 1));
    }

    private boolean isOpen(int unit) {
        return beginning
                && unit == units.size() - 1
                && unit >= 0
                && !units.get(unit).unspaced();
    }

    /** Whether tokens alone cannot tell: several units must also stand in order. */
    boolean needsVerifying() {
        return !special && units.size() > 1;
    }

    /** Where it stands in a text's units: the index of the first unit of each place. */
    List<Integer> places(List<Unit> text) {
        List<Integer> places = new ArrayList<>();
        for (int start = 0; start + units.size() <= text.size(); start++) {
            if (standsAt(text, start)) {
                places.add(start);
            }
        }
        return places;
    }

    private boolean standsAt(List<Unit> text, int start) {
        for (int i = 0; i < units.size(); i++) {
            String present = text.get(start + i).text();
            String asked = units.get(i).text();
            boolean open = beginning && i == units.size() - 1;
            if (!(open ? present.startsWith(asked) : present.equals(asked))) {
                return false;
            }
            if (i > 0
                    && units.get(i - 1).touches(units.get(i))
                    && !text.get(start + i - 1).touches(text.get(start + i))) {
                return false;
            }
        }
        return !units.isEmpty();
    }
}
