package tidings.query.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Chooses from which indexes the matches of a search are read: from those that reach furthest back with a block of
 * messages, for they hold the fewest that do not match.
 */
@Component
final class CandidateSource {

    /** How many messages of one index are looked at by one statement, about. */
    static final int BLOCK = 4_096;

    private static final int MOST_COMPARED = 16;
    private static final int MOST_MERGED = 100;

    private final CandidateQueries candidates;

    CandidateSource(CandidateQueries candidates) {
        this.candidates = candidates;
    }

    /** Indexes that together hold every match. */
    List<CandidateIndex> choose(SearchFilter filter, Scope scope, long newest, long oldest) {
        List<List<CandidateIndex>> all = new ArrayList<>();
        tokens(filter).limit(MOST_COMPARED).forEach(token -> all.add(List.of(new CandidateIndex.OfToken(token))));
        if (!scope.channels().isEmpty()) {
            all.add(scope.channels().stream()
                    .<CandidateIndex>map(CandidateIndex.OfChannel::new)
                    .toList());
        }
        if (!scope.authors().isEmpty()) {
            all.add(scope.authors().stream()
                    .<CandidateIndex>map(CandidateIndex.OfAuthor::new)
                    .toList());
        }
        filter.wanted().stream()
                .flatMap(term -> term.beginnings().stream())
                .map(beginning -> candidates.tokensBeginning(beginning, MOST_MERGED))
                .filter(tokens -> tokens.size() <= MOST_MERGED)
                .forEach(tokens -> all.add(tokens.stream()
                        .<CandidateIndex>map(CandidateIndex.OfToken::new)
                        .toList()));
        return furthest(all, newest, oldest);
    }

    private List<CandidateIndex> furthest(List<List<CandidateIndex>> all, long newest, long oldest) {
        List<CandidateIndex> best = List.of(new CandidateIndex.OfEverything());
        long reach = Long.MAX_VALUE;
        for (List<CandidateIndex> indexes : all) {
            long end = endOfBlock(indexes, newest, oldest);
            if (end < reach) {
                best = indexes;
                reach = end;
            }
            if (reach <= oldest) {
                break;
            }
        }
        return best;
    }

    /** Long words first: they tend to be rare, and the first that is rare enough ends the comparison. */
    private static Stream<String> tokens(SearchFilter filter) {
        Stream<String> words = filter.wanted().stream().flatMap(term -> term.tokens().stream());
        Stream<String> links =
                filter.has().all().contains(SearchFilter.Has.LINK) ? Stream.of(Tokens.HAS_LINK) : Stream.empty();
        return Stream.concat(words, links)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed());
    }

    /** How far back the next block reaches; {@code oldest} when it is the last one. */
    long endOfBlock(List<CandidateIndex> indexes, long newest, long oldest) {
        return indexes.stream()
                .mapToLong(index -> candidates
                        .timeAt(index, newest, oldest, BLOCK / indexes.size())
                        .orElse(oldest))
                .max()
                .orElse(oldest);
    }
}
