package tidings.tools.verify;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tidings.tools.http.InternalApi;

/** What the query side tells of its views. */
final class ViewsApi {

    private final InternalApi query;

    ViewsApi(InternalApi query) {
        this.query = query;
    }

    /** How far the views of a stream have come. */
    record Head(String streamId, long seq) {}

    /** @param data the event's JSON, as text */
    record SeenEvent(long seq, String at, @Nullable String actorId, String type, String data) {}

    private record Heads(List<Head> heads) {}

    private record Events(List<SeenEvent> events) {}

    void channels(Consumer<Head> each) {
        heads("channels", each);
    }

    void accounts(Consumer<Head> each) {
        heads("accounts", each);
    }

    private void heads(String kind, Consumer<Head> each) {
        String after = "";
        List<Head> page;
        do {
            page = query.get("/internal/views/" + kind + after, Heads.class).heads();
            page.forEach(each);
            after = page.isEmpty() ? "" : "?after=" + page.getLast().streamId();
        } while (!page.isEmpty());
    }

    /** A page of a channel's events behind a seq, in order; empty at the end. */
    List<SeenEvent> events(String channelId, long after) {
        return query.get("/internal/views/channels/" + channelId + "/events?after=" + after, Events.class)
                .events();
    }
}
