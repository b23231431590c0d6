package tidings.tools.imports;

import java.text.Normalizer;
import java.util.Locale;
import tidings.tools.slack.CleanText;

/** Names of other systems in the forms that Tidings allows; the same name always becomes the same one. */
final class Names {

    private static final int MAX_USERNAME = 40;
    private static final int MAX_CHANNEL_NAME = 80;
    private static final int MAX_DISPLAY_NAME = 80;
    private static final int MAX_TOPIC = 250;
    private static final int MAX_DESCRIPTION = 1_000;

    private Names() {}

    /** Letters, digits, dots, underscores and dashes, first a letter or digit; made of the id when nothing is left. */
    static String username(String name, String id) {
        String plain = Normalizer.normalize(name.strip(), Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        String allowed = plain.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[._-]+", "");
        if (allowed.isEmpty()) {
            allowed = "slack-" + id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "");
        }
        return allowed.length() > MAX_USERNAME ? allowed.substring(0, MAX_USERNAME) : allowed;
    }

    static String displayName(String name, String username) {
        String line = oneLine(name, MAX_DISPLAY_NAME);
        return line.isEmpty() ? username : line;
    }

    /** Letters and digits of any script in lower case, dashes, underscores and dots; made of the id when nothing is left. */
    static String channelName(String name, String id) {
        String lower = Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        String allowed =
                Normalizer.normalize(lower, Normalizer.Form.NFC).replaceAll("[^\\p{L}\\p{Mn}\\p{Mc}\\p{Nd}._-]+", "-");
        boolean named = allowed.codePoints().anyMatch(Character::isLetterOrDigit);
        return shortened(named ? allowed : id.toLowerCase(Locale.ROOT), MAX_CHANNEL_NAME);
    }

    /** @param cut whether there was more of it */
    record Wording(String text, boolean cut) {

        private static Wording of(String text, int maxCodePoints) {
            String kept = shortened(text, maxCodePoints);
            return new Wording(kept, kept.length() < text.length());
        }
    }

    static Wording topic(String topic) {
        return Wording.of(CleanText.of(topic).text().replaceAll("\\s+", " ").strip(), MAX_TOPIC);
    }

    /** May have several lines. */
    static Wording description(String description) {
        return Wording.of(CleanText.of(description).text().strip(), MAX_DESCRIPTION);
    }

    private static String oneLine(String text, int maxCodePoints) {
        return shortened(CleanText.of(text).text().replaceAll("\\s+", " ").strip(), maxCodePoints);
    }

    private static String shortened(String text, int maxCodePoints) {
        return text.codePointCount(0, text.length()) <= maxCodePoints
                ? text
                : text.substring(0, text.offsetByCodePoints(0, maxCodePoints));
    }
}
