package tidings.query.graphql;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import tidings.access.Identity;
import tidings.query.access.ViewerFilter;
import tidings.query.channels.ChannelQueries;
import tidings.query.channels.ChannelView;
import tidings.query.search.SearchCursor;
import tidings.query.search.SearchHit;
import tidings.query.search.SearchPage;
import tidings.query.search.SearchQueries;

@Controller
final class SearchController {

    private static final int USUAL = 20;
    private static final int LONGEST_QUERY = 500;

    private final SearchQueries search;
    private final ChannelQueries channels;

    SearchController(SearchQueries search, ChannelQueries channels) {
        this.search = search;
        this.channels = channels;
    }

    record SearchConnection(
            List<Connection.Edge<SearchHit>> edges, Connection.PageInfo pageInfo, List<String> warnings) {}

    @QueryMapping
    SearchConnection search(
            @Argument String query,
            @Argument @Nullable String channelId,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            @ContextValue(ViewerFilter.VIEWER) Identity viewer) {
        if (query.length() > LONGEST_QUERY) {
            throw QueryRefusedException.badRequest("a search has at most " + LONGEST_QUERY + " characters");
        }
        ChannelView channel = channelId == null ? null : readable(viewer, channelId);
        int limit = PageRequest.limit(first, USUAL, PageRequest.MOST);
        SearchPage page = search.search(viewer.accountId(), query, channel, limit, cursor(after));
        List<Connection.Edge<SearchHit>> edges = page.hits().stream()
                .map(hit -> new Connection.Edge<>(hit.cursor().text(), hit))
                .toList();
        SearchCursor next = page.next();
        String start = edges.isEmpty() ? null : edges.getFirst().cursor();
        String end = next != null
                ? next.text()
                : edges.isEmpty() ? null : edges.getLast().cursor();
        return new SearchConnection(
                edges, new Connection.PageInfo(next != null, after != null, start, end), page.warnings());
    }

    private ChannelView readable(Identity viewer, String channelId) {
        return RootController.Identifiers.channel(channelId)
                .flatMap(id -> channels.readable(viewer.accountId(), id))
                .orElseThrow(QueryRefusedException::notFound);
    }

    private static @Nullable SearchCursor cursor(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return SearchCursor.parse(text);
        } catch (IllegalArgumentException e) {
            throw Cursor.notOurs();
        }
    }
}
