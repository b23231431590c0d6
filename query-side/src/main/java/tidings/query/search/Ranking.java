package tidings.query.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tidings.query.text.TextAnalysis;
import tidings.query.text.Unit;
import tidings.query.timeline.MessageView;

/**
 * Verifies, scores and highlights the matches of one window. The score is BM25's term weight (without inverse
 * document frequency: every match has every word) times a recency that halves in 30 days, measured from the window's
 * newest match; so it depends on nothing that changes between two pages.
 */
final class Ranking {

    private static final double SATURATION = 1.2;
    private static final double LENGTH_WEIGHT = 0.75;
    private static final double USUAL_LENGTH = 20;
    private static final double HALF_LIFE_MILLIS = TimeUnit.DAYS.toMillis(30);

    private final SearchFilter filter;
    private final long newest;

    Ranking(SearchFilter filter, long newest) {
        this.filter = filter;
        this.newest = newest;
    }

    record Ranked(MessageView message, double score, List<String> highlights) {}

    /** Empty when the message only seemed to match. */
    Optional<Ranked> rank(MessageView message) {
        String body = message.body();
        if (body == null) {
            return Optional.empty();
        }
        List<Unit> units = TextAnalysis.units(body);
        if (filter.unwanted().stream()
                .anyMatch(term -> !places(term, units, body).isEmpty())) {
            return Optional.empty();
        }
        List<Highlights.Span> spans = new ArrayList<>();
        double weight = filter.wanted().isEmpty() ? 1 : 0;
        for (Term term : filter.wanted()) {
            List<Highlights.Span> found = places(term, units, body);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            spans.addAll(found);
            weight += weight(found.size(), units.size());
        }
        return Optional.of(new Ranked(message, weight * recency(message), Highlights.of(body, spans)));
    }

    private static List<Highlights.Span> places(Term term, List<Unit> units, String body) {
        if (term.special()) {
            return Highlights.specials(term.text(), body);
        }
        int length = term.units().size();
        return term.places(units).stream()
                .map(first -> new Highlights.Span(
                        units.get(first).start(), units.get(first + length - 1).end()))
                .toList();
    }

    private static double weight(int frequency, int length) {
        double norm = SATURATION * (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * length / USUAL_LENGTH);
        return frequency * (SATURATION + 1) / (frequency + norm);
    }

    private double recency(MessageView message) {
        double age = Math.max(0, newest - message.createdAt().toEpochMilli());
        return 0.5 + 0.5 * Math.pow(0.5, age / HALF_LIFE_MILLIS);
    }
}
