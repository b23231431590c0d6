package tidings.tools.slack;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/** Slack's times: decimal seconds since the epoch with up to six places, such as {@code 1469791501.024000}. */
public final class SlackTime {

    private static final Pattern FORM = Pattern.compile("\\d{1,11}(\\.\\d{1,9})?");
    private static final int NANO_PLACES = 9;

    private SlackTime() {}

    /** The instant in whole milliseconds, or empty when the text is no time. */
    public static Optional<Instant> parse(String ts) {
        if (!FORM.matcher(ts).matches()) {
            return Optional.empty();
        }
        BigDecimal seconds = new BigDecimal(ts);
        long whole = seconds.longValue();
        long nanos = seconds.subtract(BigDecimal.valueOf(whole))
                .movePointRight(NANO_PLACES)
                .longValue();
        return Optional.of(Instant.ofEpochSecond(whole, nanos).truncatedTo(ChronoUnit.MILLIS));
    }

    /** A key that sorts times exactly; what is no time sorts first. */
    static BigDecimal orderOf(String ts) {
        return FORM.matcher(ts).matches() ? new BigDecimal(ts) : BigDecimal.valueOf(-1);
    }
}
