package tidings.command.account.password;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is tried first when somebody guesses: the stems of {@code common-passwords.txt}, in any case and with what people put
 * around them (digits, punctuation, letters written as digits), a stem repeated, and runs on a keyboard.
 */
final class CommonPasswords {

    private static final Set<String> STEMS = read();
    private static final int MIN_RUN = 4;
    private static final String[] ROWS = {
        "qwertyuiop",
        "qwertzuiop",
        "azertyuiop",
        "asdfghjkl",
        "zxcvbnm",
        "yxcvbnm",
        "1234567890",
        "abcdefghijklmnopqrstuvwxyz",
        "qazwsxedcrfvtgbyhnujmikolp",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
        "1q2w3e4r5t6y7u8i9o0p",
        "q1w2e3r4t5y6u7i8o9p0"
    };

    private CommonPasswords() {}

    static boolean contains(String password) {
        String lower = password.toLowerCase(Locale.ROOT);
        return STEMS.contains(lower) || isTrivial(lower) || isTrivial(readable(lower));
    }

    /** Whether it is somebody's name, as often as may be, with nothing but digits and punctuation around it. */
    static boolean isMadeOf(String password, String name) {
        String lower = password.toLowerCase(Locale.ROOT);
        String stem = name.toLowerCase(Locale.ROOT);
        String rest = lower.replace(stem, "");
        return !rest.equals(lower) && rest.codePoints().noneMatch(Character::isLetter);
    }

    private static boolean isTrivial(String text) {
        String stem = text.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
        return STEMS.contains(stem)
                || isRepeated(text)
                || isRun(text)
                || stem.isEmpty() && isRun(text.replaceAll("\\D", ""));
    }

    /** "p4$$w0rd" as it is read. */
    private static String readable(String text) {
        return text.replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('5', 's')
                .replace('7', 't')
                .replace('@', 'a')
                .replace('$', 's')
                .replace('!', 'i');
    }

    /** One or few characters, or a common stem, over and over. */
    private static boolean isRepeated(String text) {
        for (int length = 1; length <= text.length() / 2; length++) {
            String unit = text.substring(0, length);
            boolean whole = text.length() % length == 0
                    && unit.repeat(text.length() / length).equals(text);
            if (whole && (length < MIN_RUN || STEMS.contains(unit) || isRun(unit))) {
                return true;
            }
        }
        return false;
    }

    /** Neighbours on a keyboard or in the alphabet, in either direction, from one end to the other. */
    private static boolean isRun(String text) {
        String backwards = new StringBuilder(text).reverse().toString();
        for (String row : ROWS) {
            if (text.length() >= MIN_RUN && (isPartOf(row, text) || isPartOf(row, backwards))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPartOf(String row, String text) {
        return (row + row).contains(text);
    }

    private static Set<String> read() {
        try (InputStream list = CommonPasswords.class.getResourceAsStream("common-passwords.txt")) {
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(Objects.requireNonNull(list), StandardCharsets.UTF_8));
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
