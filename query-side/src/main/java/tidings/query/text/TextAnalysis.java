package tidings.query.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.fa.PersianNormalizationFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * Splits text into {@link Unit}s: Unicode text segmentation (UAX #29) by Lucene, lower case, accents folded, full and
 * half width made equal, and so are compatibility forms, digits of all scripts, the letters that Arabic and Persian
 * write differently (alef with and without hamza, yeh, kaf, teh marbuta as heh), and emoji of every skin tone. What is
 * not seen, such as a soft hyphen, is not looked at, nor is tatweel. Messages and queries go through the same analysis,
 * so that they meet.
 */
public final class TextAnalysis {

    /** Counts the changes of what a text's units are: entries of an older version have to be analysed again. */
    public static final int VERSION = 1;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");
    private static final Pattern PLAIN = Pattern.compile("[a-z0-9]+");
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final Pattern STRIPPABLE =
            Pattern.compile("[\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}\\p{IsArabic}\\p{IsHebrew}\\p{N}\\p{Mn}]+");
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cf}\\x{34F}\\x{17B4}\\x{17B5}\\x{180B}-\\x{180F}\\x{FE00}-\\x{FE0F}]");
    private static final Pattern EMOJI_STYLE = Pattern.compile("[\\x{1F3FB}-\\x{1F3FF}\\x{FE0E}\\x{FE0F}]");
    private static final String EMOJI = "<EMOJI>";
    private static final List<String> UNSPACED_TYPES =
            List.of("<IDEOGRAPHIC>", "<HIRAGANA>", "<KATAKANA>", "<HANGUL>", "<SOUTHEAST_ASIAN>");
    private static final Analyzer ANALYZER = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            StandardTokenizer source = new StandardTokenizer();
            TokenStream lower = new LowerCaseFilter(new CJKWidthFilter(source));
            TokenStream arabic = new PersianNormalizationFilter(new ArabicNormalizationFilter(lower));
            return new TokenStreamComponents(source, new ASCIIFoldingFilter(new DecimalDigitFilter(arabic)));
        }
    };

    private TextAnalysis() {}

    public static List<Unit> units(String text) {
        List<Unit> units = new ArrayList<>();
        try (TokenStream tokens = ANALYZER.tokenStream("text", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
            TypeAttribute type = tokens.addAttribute(TypeAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                add(units, new Unit(term.toString(), offset.startOffset(), offset.endOffset(), false), type.type());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return units;
    }

    private static void add(List<Unit> units, Unit token, String type) {
        if (UNSPACED_TYPES.contains(type)) {
            characters(units, token);
        } else if (EMOJI.equals(type)) {
            String plain = EMOJI_STYLE.matcher(token.text()).replaceAll("");
            units.add(new Unit(plain.isEmpty() ? token.text() : plain, token.start(), token.end(), false));
        } else {
            words(units, token);
        }
    }

    /** Every character by itself; its offsets are exact unless folding has changed the token's length. */
    private static void characters(List<Unit> units, Unit token) {
        boolean exact = token.text().length() == token.end() - token.start();
        int position = 0;
        while (position < token.text().length()) {
            int codePoint = token.text().codePointAt(position);
            int length = Character.charCount(codePoint);
            units.add(new Unit(
                    Character.toString(codePoint),
                    exact ? token.start() + position : token.start(),
                    exact ? token.start() + position + length : token.end(),
                    true));
            position += length;
        }
    }

    /** Segmentation keeps example.com and foo_bar whole; people also look for their parts. */
    private static void words(List<Unit> units, Unit token) {
        String seen = INVISIBLE.matcher(token.text()).replaceAll("");
        boolean exact = seen.length() == token.end() - token.start();
        WORD.matcher(seen).results().forEach(part -> {
            int start = exact ? token.start() + part.start() : token.start();
            int end = exact ? token.start() + part.end() : token.end();
            String folded = folded(part.group());
            if (!folded.isEmpty()) {
                units.add(new Unit(folded, start, end, false));
            }
        });
    }

    private static String folded(String word) {
        if (PLAIN.matcher(word).matches()) {
            return word;
        }
        String plain = Normalizer.normalize(word, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        if (!STRIPPABLE.matcher(plain).matches()) {
            return plain;
        }
        return MARKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFD))
                .replaceAll("")
                .replace('ς', 'σ')
                .replace('\u0671', '\u0627');
    }
}
