package tidings.query.search;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tidings.query.text.TextAnalysis;
import tidings.query.text.Unit;

/**
 * The words that are indexed, made so that every server compares them byte for byte (ADR-0030): ASCII letters and
 * digits only, at most 84 characters. A word's beginning stays the beginning of
 * its token, so that a search for beginnings works.
 */
final class Tokens {

    private static final String WORD = "zzz";
    private static final String OTHER_SCRIPT = "zzu";
    private static final String SPECIAL = "zzx";
    private static final String HASHED = "zzh";
    /** The token of messages with a link. */
    static final String HAS_LINK = "zzlink";

    private static final int LONGEST = 72;
    private static final HexFormat HEX = HexFormat.of();
    private static final Pattern PLAIN = Pattern.compile("[a-z0-9]+");

    /**
     * Words whose signs matter: mentions, and the likes of C++ and C#. A word is tried from its beginning only and never
     * given back, or a long one would cost the square of its length.
     */
    static final Pattern SPECIALS =
            Pattern.compile("@[A-Za-z0-9][A-Za-z0-9._-]*|(?<![A-Za-z0-9])[A-Za-z0-9]++(?:\\+\\+|#)(?![A-Za-z0-9])");

    private static final Pattern TRAILING = Pattern.compile("[._-]+$");
    static final Pattern LINK = Pattern.compile("https?://\\S", Pattern.CASE_INSENSITIVE);

    private Tokens() {}

    /** All tokens of a message, each once, as one string for the index. */
    static String ofMessage(String body) {
        Set<String> tokens = new LinkedHashSet<>();
        List<Unit> units = TextAnalysis.units(body);
        for (int i = 0; i < units.size(); i++) {
            Unit unit = units.get(i);
            tokens.add(ofUnit(unit.text()));
            if (i + 1 < units.size() && unit.touches(units.get(i + 1))) {
                tokens.add(ofUnit(unit.text() + units.get(i + 1).text()));
            }
        }
        SPECIALS.matcher(body).results().forEach(special -> tokens.add(ofSpecial(special.group())));
        if (LINK.matcher(body).find()) {
            tokens.add(HAS_LINK);
        }
        return String.join(" ", tokens);
    }

    /** The token of a folded word, of a character or of two adjacent characters. */
    static String ofUnit(String text) {
        String token = PLAIN.matcher(text).matches()
                ? WORD + text
                : OTHER_SCRIPT + HEX.formatHex(text.getBytes(StandardCharsets.UTF_8));
        return token.length() <= LONGEST ? token : HASHED + digest(token);
    }

    static String ofSpecial(String word) {
        String plain = TRAILING.matcher(word.toLowerCase(Locale.ROOT)).replaceAll("");
        String token = SPECIAL + HEX.formatHex(plain.getBytes(StandardCharsets.UTF_8));
        return token.length() <= LONGEST ? token : HASHED + digest(token);
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HEX.formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
