package tidings.query.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * Splits text into {@link Unit}s: Unicode text segmentation (UAX #29) by Lucene, lower case, accents folded, full and
 * half width made equal. Messages and queries go through the same analysis, so that they meet.
 */
final class TextAnalysis {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final Pattern STRIPPABLE =
            Pattern.compile("[\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}\\p{IsArabic}\\p{IsHebrew}\\p{N}\\p{Mn}]+");
    private static final String EMOJI = "<EMOJI>";
    private static final List<String> UNSPACED_TYPES =
            List.of("<IDEOGRAPHIC>", "<HIRAGANA>", "<KATAKANA>", "<HANGUL>", "<SOUTHEAST_ASIAN>");
    private static final Analyzer ANALYZER = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            StandardTokenizer source = new StandardTokenizer();
            TokenStream folded = new ASCIIFoldingFilter(new LowerCaseFilter(new CJKWidthFilter(source)));
            return new TokenStreamComponents(source, folded);
        }
    };

    private TextAnalysis() {}

    static List<Unit> units(String text) {
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
            String plain = token.text().replace("\uFE0F", "");
            units.add(new Unit(plain, token.start(), token.end(), false));
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
        boolean exact = token.text().length() == token.end() - token.start();
        WORD.matcher(token.text()).results().forEach(part -> {
            int start = exact ? token.start() + part.start() : token.start();
            int end = exact ? token.start() + part.end() : token.end();
            units.add(new Unit(folded(part.group()), start, end, false));
        });
    }

    private static String folded(String word) {
        if (!STRIPPABLE.matcher(word).matches()) {
            return word;
        }
        return MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
    }
}
