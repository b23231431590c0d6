package tidings.query.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.events.channel.MessageId;
import tidings.query.channels.ChannelView;
import tidings.query.timeline.MessageView;
import tidings.query.timeline.TimelineQueries;

/**
 * Searches what the asker may read, and nothing else. The work of one call is bounded: by a number of windows, and by a
 * number of messages that are looked at.
 */
@Component
public final class SearchQueries {

    private static final int MOST_WINDOWS = 16;

    private final CandidateQueries candidates;
    private final CandidateSource source;
    private final ScopeResolver scopes;
    private final TimelineQueries timeline;
    private final AnalysisUpgrade upgrade;

    SearchQueries(
            CandidateQueries candidates,
            CandidateSource source,
            ScopeResolver scopes,
            TimelineQueries timeline,
            AnalysisUpgrade upgrade) {
        this.candidates = candidates;
        this.source = source;
        this.scopes = scopes;
        this.timeline = timeline;
        this.upgrade = upgrade;
    }

    /**
     * @param channel to search in one channel that the asker may read; null for everywhere
     * @param after where an earlier page ended; null for the first
     */
    public SearchPage search(
            AccountId viewer, String query, @Nullable ChannelView channel, int limit, @Nullable SearchCursor after) {
        SearchFilter filter = QueryParser.parse(query);
        List<String> warnings = new ArrayList<>(filter.warnings());
        Optional<Scope> scope = scopes.resolve(viewer, filter, channel, warnings);
        if (scope.isEmpty() || filter.isEmpty()) {
            return new SearchPage(List.of(), null, warnings);
        }
        if (!upgrade.finished()) {
            warnings.add("the search index is being rebuilt: older messages may be missing for a while");
        }
        Pages pages = new Pages(new WindowReader(candidates, source, filter, scope.get()), filter);
        return pages.read(after, limit, warnings);
    }

    /** The windows of one search, one after the other. */
    private final class Pages {

        private final WindowReader windows;
        private final SearchFilter filter;

        Pages(WindowReader windows, SearchFilter filter) {
            this.windows = windows;
            this.filter = filter;
        }

        SearchPage read(@Nullable SearchCursor after, int limit, List<String> warnings) {
            List<SearchHit> hits = new ArrayList<>();
            SearchCursor cursor = after;
            for (int count = 0; count < MOST_WINDOWS && !windows.spent(); count++) {
                SearchCursor.Within within = cursor == null ? null : cursor.within();
                Window window =
                        windows.read(cursor == null ? null : cursor.window(), within == null ? null : within.end());
                if (!window.matches().isEmpty()) {
                    SearchCursor.Match first =
                            within == null || cursor == null ? window.matches().getFirst() : cursor.window();
                    hits.addAll(ranked(window, first, within));
                }
                if (hits.size() > limit) {
                    List<SearchHit> page = hits.subList(0, limit);
                    return new SearchPage(page, page.getLast().cursor(), warnings);
                }
                SearchCursor.Match next = window.next();
                if (next == null) {
                    return new SearchPage(hits, null, warnings);
                }
                cursor = new SearchCursor(next, null);
            }
            return new SearchPage(hits, cursor, warnings);
        }

        private List<SearchHit> ranked(Window window, SearchCursor.Match first, SearchCursor.@Nullable Within within) {
            Map<MessageId, MessageView> messages = timeline.byIds(
                    window.matches().stream()
                            .map(match -> new ChannelId(match.channel()))
                            .toList(),
                    window.matches().stream()
                            .map(match -> new MessageId(match.message()))
                            .toList());
            Ranking ranking = new Ranking(filter, first.createdAt());
            return messages.values().stream()
                    .flatMap(message -> ranking.rank(message).stream())
                    .map(ranked -> hit(ranked, first, window.end()))
                    .filter(hit -> within == null || within.after().compareTo(rankOf(hit)) < 0)
                    .sorted(Comparator.comparing(SearchQueries::rankOf))
                    .toList();
        }
    }

    private static SearchHit hit(Ranking.Ranked ranked, SearchCursor.Match first, SearchCursor.Match end) {
        SearchCursor.Rank rank =
                new SearchCursor.Rank(ranked.score(), ranked.message().id().value());
        SearchCursor cursor = new SearchCursor(first, new SearchCursor.Within(end, rank));
        return new SearchHit(ranked.message(), ranked.highlights(), ranked.score(), cursor);
    }

    private static SearchCursor.Rank rankOf(SearchHit hit) {
        return new SearchCursor.Rank(hit.score(), hit.message().id().value());
    }
}
