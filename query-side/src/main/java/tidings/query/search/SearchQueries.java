package tidings.query.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.events.channel.MessageId;
import tidings.query.accounts.AccountQueries;
import tidings.query.channels.ChannelQueries;
import tidings.query.channels.ChannelView;
import tidings.query.timeline.MessageView;
import tidings.query.timeline.TimelineQueries;
import tidings.query.views.BinaryId;

/** Searches what the asker may read, and nothing else. The work of one call is bounded by a number of windows. */
@Component
public final class SearchQueries {

    private static final int WINDOW = 256;
    private static final int MOST_WINDOWS = 6;

    private final JdbcTemplate jdbc;
    private final AccountQueries accounts;
    private final ChannelQueries channels;
    private final TimelineQueries timeline;

    SearchQueries(JdbcTemplate jdbc, AccountQueries accounts, ChannelQueries channels, TimelineQueries timeline) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.channels = channels;
        this.timeline = timeline;
    }

    /**
     * @param channel to search in one channel that the asker may read; null for everywhere
     * @param after where an earlier page ended; null for the first
     */
    public SearchPage search(
            AccountId viewer, String query, @Nullable ChannelView channel, int limit, @Nullable SearchCursor after) {
        SearchFilter filter = QueryParser.parse(query);
        Optional<Places> places = places(viewer, filter, channel);
        if (places.isEmpty() || (filter.isEmpty())) {
            return SearchPage.NOTHING;
        }
        List<SearchHit> hits = new ArrayList<>();
        SearchCursor cursor = after;
        for (int window = 0; window < MOST_WINDOWS; window++) {
            List<SearchCursor.Match> matches = matches(viewer, filter, places.get(), cursor);
            if (matches.isEmpty()) {
                return new SearchPage(hits, null);
            }
            hits.addAll(ranked(filter, matches, cursor == null ? null : cursor.after()));
            if (hits.size() > limit) {
                List<SearchHit> page = List.copyOf(hits.subList(0, limit));
                return new SearchPage(page, page.getLast().cursor());
            }
            if (matches.size() <= WINDOW) {
                return new SearchPage(hits, null);
            }
            cursor = new SearchCursor(matches.getLast(), null);
        }
        return new SearchPage(hits, cursor);
    }

    /**
     * Where to look; an empty set of ids means everywhere, or everybody.
     */
    private record Places(Set<UUID> channels, Set<UUID> authors) {}

    /** Empty when nothing can be found: unknown names, or channels that exclude each other. */
    private Optional<Places> places(AccountId viewer, SearchFilter filter, @Nullable ChannelView channel) {
        Set<UUID> authors = new HashSet<>();
        filter.from()
                .forEach(name -> accounts.byUsername(name)
                        .ifPresent(account -> authors.add(account.id().value())));
        Set<UUID> named = new HashSet<>();
        filter.in()
                .forEach(name -> channels.readableByName(viewer, name)
                        .ifPresent(found -> named.add(found.id().value())));
        if (channel != null) {
            if (!filter.in().isEmpty() && !named.contains(channel.id().value())) {
                return Optional.empty();
            }
            named.clear();
            named.add(channel.id().value());
        }
        boolean nowhere = !filter.in().isEmpty() && named.isEmpty();
        boolean nobody = !filter.from().isEmpty() && authors.isEmpty();
        return nowhere || nobody ? Optional.empty() : Optional.of(new Places(named, authors));
    }

    /** The matches of one window, the newest first, and the first one of the next window if there is one. */
    private List<SearchCursor.Match> matches(
            AccountId viewer, SearchFilter filter, Places places, @Nullable SearchCursor cursor) {
        SearchStatement statement = new SearchStatement(viewer.value()).matching(filter);
        if (!places.channels().isEmpty()) {
            statement.within(places.channels());
        }
        if (!places.authors().isEmpty()) {
            statement.by(places.authors());
        }
        if (cursor != null) {
            statement.from(cursor.window());
        }
        return jdbc.query(
                statement.sql(),
                (row, number) -> new SearchCursor.Match(
                        row.getLong(3), BinaryId.read(row.getBytes(1)), BinaryId.read(row.getBytes(2))),
                statement.arguments(WINDOW + 1));
    }

    private List<SearchHit> ranked(
            SearchFilter filter, List<SearchCursor.Match> matches, SearchCursor.@Nullable Rank after) {
        SearchCursor.Match newest = matches.getFirst();
        List<SearchCursor.Match> window = matches.subList(0, Math.min(WINDOW, matches.size()));
        Map<MessageId, MessageView> messages = timeline.byIds(
                window.stream().map(match -> new ChannelId(match.channel())).toList(),
                window.stream().map(match -> new MessageId(match.message())).toList());
        Ranking ranking = new Ranking(filter, newest.createdAt());
        return messages.values().stream()
                .flatMap(message -> ranking.rank(message).stream())
                .map(ranked -> hit(ranked, newest))
                .filter(hit -> after == null || after.compareTo(rankOf(hit)) < 0)
                .sorted(Comparator.comparing(SearchQueries::rankOf))
                .toList();
    }

    private static SearchHit hit(Ranking.Ranked ranked, SearchCursor.Match newest) {
        SearchCursor.Rank rank =
                new SearchCursor.Rank(ranked.score(), ranked.message().id().value());
        return new SearchHit(ranked.message(), ranked.highlights(), ranked.score(), new SearchCursor(newest, rank));
    }

    private static SearchCursor.Rank rankOf(SearchHit hit) {
        return new SearchCursor.Rank(hit.score(), hit.message().id().value());
    }
}
