package tidings.tools.slack;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of day files, such as {@code general/2020-01-31.json}. */
final class DayFiles {

    private static final Pattern NAME = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})\\.json");

    private DayFiles() {}

    /** The day of a file; empty when it is none of a day. */
    static Optional<LocalDate> dayOf(String path) {
        Matcher name = NAME.matcher(path.substring(path.lastIndexOf('/') + 1));
        if (!name.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(name.group(1)), Integer.parseInt(name.group(2)), Integer.parseInt(name.group(3))));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    /** When the day begins, in Slack's form. */
    static String startOf(String path) {
        return SlackTime.of(dayOf(path).orElse(LocalDate.EPOCH).atStartOfDay().toInstant(ZoneOffset.UTC));
    }
}
