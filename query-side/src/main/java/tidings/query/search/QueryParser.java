package tidings.query.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code from:user in:channel before:date after:date has:link|reaction|thread "a phrase" -word begin*}. Dates
 * are {@code 2026-11-24} (UTC) or RFC 3339. An operator that makes no sense is searched for as a word, so that every
 * text is a valid query.
 */
final class QueryParser {

    private static final int MOST_TERMS = 24;
    private static final Pattern PART = Pattern.compile("(-?)(?:([A-Za-z]+):(\"[^\"]*\"|\\S+)|\"([^\"]*)\"|(\\S+))");

    private final List<Term> wanted = new ArrayList<>();
    private final List<Term> unwanted = new ArrayList<>();
    private final Set<String> from = new LinkedHashSet<>();
    private final Set<String> in = new LinkedHashSet<>();
    private final Set<SearchFilter.Has> has = EnumSet.noneOf(SearchFilter.Has.class);
    private @Nullable Instant before;
    private @Nullable Instant after;

    private QueryParser() {}

    static SearchFilter parse(String query) {
        QueryParser parser = new QueryParser();
        PART.matcher(query).results().forEach(parser::part);
        return new SearchFilter(
                parser.wanted, parser.unwanted, parser.from, parser.in, parser.before, parser.after, parser.has);
    }

    private void part(MatchResult part) {
        boolean not = !part.group(1).isEmpty();
        if (part.group(2) != null) {
            String value = part.group(3).replace("\"", "");
            if (not || !operator(part.group(2).toLowerCase(Locale.ROOT), value)) {
                term(part.group(2) + ":" + value, not, false);
            }
        } else if (part.group(4) != null) {
            term(part.group(4), not, false);
        } else {
            word(part.group(5), not);
        }
    }

    private void word(String word, boolean not) {
        boolean beginning = word.length() > 1 && word.endsWith("*");
        term(beginning ? word.substring(0, word.length() - 1) : word, not, beginning);
    }

    private void term(String text, boolean not, boolean beginning) {
        Term term = Term.of(text, beginning);
        if (!term.isEmpty() && wanted.size() + unwanted.size() < MOST_TERMS) {
            (not ? unwanted : wanted).add(term);
        }
    }

    private boolean operator(String name, String value) {
        return switch (name) {
            case "from" -> added(from, value, "@");
            case "in" -> added(in, value, "#");
            case "before" -> {
                Instant read = date(value);
                before = read == null ? before : read;
                yield read != null;
            }
            case "after" -> {
                Instant read = date(value);
                after = read == null ? after : read;
                yield read != null;
            }
            case "has" -> hasOperator(value.toUpperCase(Locale.ROOT));
            default -> false;
        };
    }

    private static boolean added(Set<String> names, String value, String sign) {
        String name = value.startsWith(sign) ? value.substring(sign.length()) : value;
        if (!name.isEmpty()) {
            names.add(name);
        }
        return !name.isEmpty();
    }

    private boolean hasOperator(String value) {
        for (SearchFilter.Has known : SearchFilter.Has.values()) {
            if (known.name().equals(value)) {
                has.add(known);
                return true;
            }
        }
        return false;
    }

    private static @Nullable Instant date(String text) {
        try {
            return text.length() == "2026-11-24".length()
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
