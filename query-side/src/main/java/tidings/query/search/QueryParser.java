package tidings.query.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tidings.events.emoji.Emoji;

/**
 * Reads {@code from:user from:me in:channel before:date after:date on:date has:link|reaction|thread "a phrase" -word
 * begin*}; a minus before any of them means the opposite. Every text is a valid query: what is not understood is left
 * out and becomes a warning.
 */
final class QueryParser {

    private static final int MOST_TERMS = 24;
    private static final Pattern PART = Pattern.compile("(-?)(?:([A-Za-z]+):(\"[^\"]*\"|\\S+)|\"([^\"]*)\"|(\\S+))");
    private static final Pattern CURLY_QUOTE = Pattern.compile("[\\x{201C}-\\x{201F}]");
    private static final Pattern OPERATOR_ALONE = Pattern.compile("(?i)(from|in|before|after|on|has):");

    private final List<Term> wanted = new ArrayList<>();
    private final List<Term> unwanted = new ArrayList<>();
    private final Set<String> from = new LinkedHashSet<>();
    private final Set<String> notFrom = new LinkedHashSet<>();
    private final Set<String> in = new LinkedHashSet<>();
    private final Set<String> notIn = new LinkedHashSet<>();
    private final Set<SearchFilter.Has> has = EnumSet.noneOf(SearchFilter.Has.class);
    private final Set<SearchFilter.Has> hasNot = EnumSet.noneOf(SearchFilter.Has.class);
    private final List<SearchFilter.Period> outside = new ArrayList<>();
    private final Set<String> warnings = new LinkedHashSet<>();
    private @Nullable Instant before;
    private @Nullable Instant after;

    private QueryParser() {}

    static SearchFilter parse(String query) {
        QueryParser parser = new QueryParser();
        PART.matcher(CURLY_QUOTE.matcher(query).replaceAll("\"")).results().forEach(parser::part);
        return new SearchFilter(
                parser.wanted,
                parser.unwanted,
                new SearchFilter.Names(parser.from, parser.notFrom),
                new SearchFilter.Names(parser.in, parser.notIn),
                parser.before,
                parser.after,
                parser.outside,
                new SearchFilter.Traits(parser.has, parser.hasNot),
                List.copyOf(parser.warnings));
    }

    private void part(MatchResult part) {
        boolean not = !part.group(1).isEmpty();
        if (part.group(2) != null) {
            operator(part, part.group(3).replace("\"", ""), not);
        } else if (part.group(4) != null) {
            term(part.group(4), not, false);
        } else {
            word(part.group(5), not);
        }
    }

    private void word(String word, boolean not) {
        if (OPERATOR_ALONE.matcher(word).matches()) {
            warnings.add(word + " names nothing and was left out; no space may stand after the colon");
            return;
        }
        boolean beginning = word.length() > 1 && word.endsWith("*");
        term(beginning ? word.substring(0, word.length() - 1) : word, not, beginning);
    }

    private void term(String text, boolean not, boolean beginning) {
        Term term = Term.of(Emoji.replaceNames(text), beginning);
        if (term.isEmpty()) {
            warnings.add("\"" + text + "\" has no letter, digit or emoji to search for and was left out");
        } else if (wanted.size() + unwanted.size() >= MOST_TERMS) {
            warnings.add("only the first " + MOST_TERMS + " words and phrases were searched for");
        } else {
            (not ? unwanted : wanted).add(term);
        }
    }

    private void operator(MatchResult part, String value, boolean not) {
        String name = part.group(2).toLowerCase(Locale.ROOT);
        switch (name) {
            case "from" -> name(not ? notFrom : from, value, "@", part.group());
            case "in" -> name(not ? notIn : in, value, "#", part.group());
            case "before", "after" ->
                SearchDates.instant(value)
                        .ifPresentOrElse(at -> bound(at, name.equals("before") != not), () -> noDate(part.group()));
            case "on" -> SearchDates.period(value).ifPresentOrElse(day -> on(day, not), () -> noDate(part.group()));
            case "has" ->
                trait(value)
                        .ifPresentOrElse(
                                (not ? hasNot : has)::add,
                                () -> warnings.add(part.group()
                                        + " is not known and was left out: has:link, has:reaction and has:thread are"));
            default -> {
                if (!value.startsWith("/") && !value.startsWith(":")) {
                    warnings.add("there is no operator " + name + ": so " + part.group() + " was searched for as text");
                }
                term(part.group(2) + ":" + value, not, false);
            }
        }
    }

    private void name(Set<String> into, String value, String sign, String whole) {
        String name = value.startsWith(sign) ? value.substring(sign.length()) : value;
        if (name.isEmpty()) {
            warnings.add(whole + " names nothing and was left out");
        } else {
            into.add(name);
        }
    }

    private void noDate(String whole) {
        warnings.add(whole + " names no date such as 2026-11-24 and was left out");
    }

    /** Of several bounds the tightest holds. */
    private void bound(Instant at, boolean upper) {
        if (upper) {
            before = before == null || at.isBefore(before) ? at : before;
        } else {
            after = after == null || at.isAfter(after) ? at : after;
        }
    }

    private void on(SearchFilter.Period day, boolean not) {
        if (not) {
            outside.add(day);
        } else {
            bound(day.from(), false);
            bound(day.until(), true);
        }
    }

    private static Optional<SearchFilter.Has> trait(String value) {
        for (SearchFilter.Has known : SearchFilter.Has.values()) {
            if (known.name().equalsIgnoreCase(value)) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }
}
