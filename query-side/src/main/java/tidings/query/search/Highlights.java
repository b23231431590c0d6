package tidings.query.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Fragments of a body around what was found, which stands between « and ». Plain text: a client that shows it has to treat
 * it as text, as with the body itself.
 */
final class Highlights {

    private static final int MOST_FRAGMENTS = 3;
    private static final int AROUND = 60;

    private Highlights() {}

    record Span(int start, int end) {}

    static List<Span> specials(String word, String body) {
        String token = Tokens.ofSpecial(word);
        return Tokens.SPECIALS
                .matcher(body)
                .results()
                .filter(found -> Tokens.ofSpecial(found.group()).equals(token))
                .map(found -> new Span(found.start(), found.end()))
                .toList();
    }

    static List<String> of(String body, List<Span> spans) {
        List<Span> merged = merged(spans);
        List<String> fragments = new ArrayList<>();
        int next = 0;
        while (next < merged.size() && fragments.size() < MOST_FRAGMENTS) {
            int start = boundary(body, Math.max(0, merged.get(next).start() - AROUND));
            int end = merged.get(next).end();
            int last = next;
            while (last + 1 < merged.size() && merged.get(last + 1).start() <= end + AROUND) {
                last++;
                end = merged.get(last).end();
            }
            int stop = boundary(body, Math.min(body.length(), end + AROUND));
            fragments.add(marked(body, start, stop, merged.subList(next, last + 1)));
            next = last + 1;
        }
        return fragments;
    }

    /** In order, without overlaps. */
    private static List<Span> merged(List<Span> spans) {
        List<Span> merged = new ArrayList<>();
        spans.stream()
                .sorted(Comparator.comparingInt(Span::start).thenComparingInt(Span::end))
                .forEach(span -> {
                    if (!merged.isEmpty() && span.start() <= merged.getLast().end()) {
                        Span last = merged.removeLast();
                        merged.add(new Span(last.start(), Math.max(last.end(), span.end())));
                    } else {
                        merged.add(span);
                    }
                });
        return merged;
    }

    private static String marked(String body, int start, int stop, List<Span> spans) {
        StringBuilder fragment = new StringBuilder(start > 0 ? "…" : "");
        int position = start;
        for (Span span : spans) {
            fragment.append(body, position, span.start())
                    .append('«')
                    .append(body, span.start(), span.end())
                    .append('»');
            position = span.end();
        }
        return fragment.append(body, position, stop)
                .append(stop < body.length() ? "…" : "")
                .toString();
    }

    /** Never between the two halves of a character beyond the basic plane. */
    private static int boundary(String body, int index) {
        boolean splits = index > 0
                && index < body.length()
                && Character.isLowSurrogate(body.charAt(index))
                && Character.isHighSurrogate(body.charAt(index - 1));
        return splits ? index - 1 : index;
    }
}
