package tidings.system.stage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tidings.system.client.Account;
import tidings.system.history.LoggedEvent;
import tidings.system.history.TimelineFold.Remembered;
import tidings.system.history.TimelineFold.Ties;
import tools.jackson.databind.JsonNode;

/** A channel's whole timeline as GraphQL tells it, page by page. */
public final class Timeline {

    private static final String QUERY = """
            query($id: ID!, $after: String) {
              channel(id: $id) {
                messages(first: 50, after: $after) {
                  edges { node { id seq author { id } body editedAt deletedAt reactions { emoji count }
                    pinned threadRoot { id } mentions { accounts { id } channel here } forwardedFrom { author { id } } } }
                  pageInfo { hasNextPage endCursor }
                }
              }
            }""";

    private Timeline() {}

    /** The last seq of a channel in a log. */
    public static long head(List<LoggedEvent> log, String channelId) {
        return log.stream()
                .filter(event -> event.streamId().equals(channelId))
                .mapToLong(LoggedEvent::seq)
                .max()
                .orElse(-1);
    }

    /** What this account is told, once the projection has reached the seq. */
    public static List<Remembered> read(Account reader, String channelId, long seq) {
        List<Remembered> all = new ArrayList<>();
        JsonNode pageInfo;
        String after = null;
        do {
            JsonNode messages = reader.queryAfter(channelId, seq, QUERY, variables(channelId, after))
                    .path("channel")
                    .path("messages");
            messages.path("edges").forEach(edge -> all.add(remembered(edge.path("node"))));
            pageInfo = messages.path("pageInfo");
            after = pageInfo.path("endCursor").asString("");
        } while (pageInfo.path("hasNextPage").asBoolean());
        return all;
    }

    private static Map<String, String> variables(String channelId, @Nullable String after) {
        Map<String, String> variables = new HashMap<>(Map.of("id", channelId));
        if (after != null) {
            variables.put("after", after);
        }
        return variables;
    }

    private static Remembered remembered(JsonNode message) {
        List<String> reactions = new ArrayList<>();
        message.path("reactions")
                .forEach(reaction -> reactions.add(reaction.path("emoji").asString() + " "
                        + reaction.path("count").asInt()));
        return new Remembered(
                message.path("id").asString(),
                message.path("seq").asLong(),
                message.path("author").path("id").asString(),
                message.path("body").isString() ? message.path("body").asString() : null,
                message.path("editedAt").isString(),
                reactions.stream().sorted().toList(),
                ties(message));
    }

    private static Ties ties(JsonNode message) {
        List<String> mentions = new ArrayList<>();
        message.at("/mentions/accounts")
                .forEach(account -> mentions.add(account.path("id").asString()));
        if (message.at("/mentions/channel").asBoolean()) {
            mentions.add("@channel");
        }
        if (message.at("/mentions/here").asBoolean()) {
            mentions.add("@here");
        }
        return new Ties(
                message.at("/threadRoot/id").asString(""),
                mentions,
                message.at("/forwardedFrom/author/id").asString(""),
                message.path("pinned").asBoolean());
    }
}
