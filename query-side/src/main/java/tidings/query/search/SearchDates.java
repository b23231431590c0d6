package tidings.query.search;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Dates of a query: {@code 2026-11-24} and {@code 2026-3-7} (whole days, UTC) or RFC 3339. */
final class SearchDates {

    private static final Pattern DAY = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})");

    private SearchDates() {}

    /** The instant itself, or a day's beginning; empty for what is no date. */
    static Optional<Instant> instant(String text) {
        try {
            return Optional.of(
                    DAY.matcher(text).matches()
                            ? day(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                            : Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The day, or the day that an instant lies in; empty for what is no date. */
    static Optional<SearchFilter.Period> period(String text) {
        return instant(text).map(at -> {
            Instant start = at.truncatedTo(ChronoUnit.DAYS);
            return new SearchFilter.Period(start, start.plus(1, ChronoUnit.DAYS));
        });
    }

    private static LocalDate day(String text) {
        MatchResult parts = DAY.matcher(text).results().findFirst().orElseThrow();
        return LocalDate.of(
                Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
    }
}
