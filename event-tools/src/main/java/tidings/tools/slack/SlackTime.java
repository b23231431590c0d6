package tidings.tools.slack;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Slack's times: decimal seconds since the epoch with up to six places, such as {@code 1469791501.024000}. Other programs
 * that write exports make numbers of them, in any notation, or milliseconds.
 */
public final class SlackTime {

    private static final Pattern FORM = Pattern.compile("\\d{1,11}(\\.\\d{1,9})?");
    private static final Pattern NUMBER = Pattern.compile("\\+?\\d{1,20}(\\.\\d{1,20})?([eE][+-]?\\d{1,2})?");
    private static final BigDecimal FIRST_MILLISECONDS = BigDecimal.TEN.pow(11);
    private static final BigDecimal FIRST_BEYOND = BigDecimal.TEN.pow(14);
    private static final int PLACES = 6;
    private static final int NANO_PLACES = 9;
    private static final int MILLI_PLACES = 3;

    private SlackTime() {}

    /** The instant in whole milliseconds, or empty when the text is no time. */
    public static Optional<Instant> parse(String ts) {
        return seconds(ts).map(seconds -> {
            long whole = seconds.longValue();
            long nanos = seconds.subtract(BigDecimal.valueOf(whole))
                    .movePointRight(NANO_PLACES)
                    .longValue();
            return Instant.ofEpochSecond(whole, nanos).truncatedTo(ChronoUnit.MILLIS);
        });
    }

    /** The time in Slack's own form; as it stands where it has that already. Empty when it is no time. */
    static Optional<String> inSlacksForm(String ts) {
        return FORM.matcher(ts).matches() ? Optional.of(ts) : seconds(ts).map(SlackTime::form);
    }

    /** The same for every way to write the same time; what is no time is its own. */
    public static String key(String ts) {
        return seconds(ts).map(SlackTime::form).orElse(ts);
    }

    static String of(Instant time) {
        return form(BigDecimal.valueOf(time.getEpochSecond()));
    }

    /** A key that sorts times exactly; what is no time sorts first. */
    static BigDecimal orderOf(String ts) {
        return seconds(ts).orElse(BigDecimal.valueOf(-1));
    }

    private static String form(BigDecimal seconds) {
        return seconds.setScale(PLACES, RoundingMode.DOWN).toPlainString();
    }

    private static Optional<BigDecimal> seconds(String ts) {
        String text = ts.strip();
        if (!NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(text);
        if (number.compareTo(FIRST_BEYOND) >= 0) {
            return Optional.empty();
        }
        return Optional.of(number.compareTo(FIRST_MILLISECONDS) >= 0 ? number.movePointLeft(MILLI_PLACES) : number);
    }
}
