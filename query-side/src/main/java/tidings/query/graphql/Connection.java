package tidings.query.graphql;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A page of a list (GraphQL Cursor Connections Specification). */
public record Connection<T>(List<Edge<T>> edges, PageInfo pageInfo) {

    public record Edge<T>(String cursor, T node) {}

    public record PageInfo(
            boolean hasNextPage,
            boolean hasPreviousPage,
            @Nullable String startCursor,
            @Nullable String endCursor) {}

    static <T> Connection<T> of(List<T> nodes, Function<T, String> cursor, boolean previous, boolean next) {
        List<Edge<T>> edges =
                nodes.stream().map(node -> new Edge<>(cursor.apply(node), node)).toList();
        String start = edges.isEmpty() ? null : edges.getFirst().cursor();
        String end = edges.isEmpty() ? null : edges.getLast().cursor();
        return new Connection<>(edges, new PageInfo(next, previous, start, end));
    }

    /** Of a list read forwards, with one node more than asked for when there is a next page. */
    static <T> Connection<T> forwards(List<T> oneMore, int limit, Function<T, String> cursor, boolean previous) {
        boolean next = oneMore.size() > limit;
        return of(next ? oneMore.subList(0, limit) : oneMore, cursor, previous, next);
    }
}
