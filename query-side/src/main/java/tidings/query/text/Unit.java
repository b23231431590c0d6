package tidings.query.text;

/**
 * The smallest part of a text that can be found: a word, or one character of a script that puts no spaces between
 * words.
 *
 * @param text folded: lower case, without accents, width variants made equal
 * @param start where it stands in the original text, in UTF-16 units
 * @param end after its last UTF-16 unit
 * @param unspaced whether the script puts no spaces between words
 */
public record Unit(String text, int start, int end, boolean unspaced) {

    public boolean touches(Unit next) {
        return unspaced && next.unspaced && end == next.start;
    }
}
