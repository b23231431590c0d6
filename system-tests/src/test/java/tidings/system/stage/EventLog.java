package tidings.system.stage;

import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tidings.system.client.Http;
import tidings.system.client.Json;
import tidings.system.history.LoggedEvent;

/** The truth, as the command side tells it. */
public final class EventLog {

    private static final int PAGE = 5_000;
    private static final Duration SETTLED = Duration.ofSeconds(30);

    private final Http command;

    EventLog(Http command) {
        this.command = command;
    }

    /** Everything that happened until now, in the order of its index, as soon as it is certain. */
    public List<LoggedEvent> all() {
        List<LoggedEvent> all = new ArrayList<>();
        // a page ends before a place that might still be filled: ask again
        long head = read(all);
        await().atMost(SETTLED).until(() -> lastOf(all) >= head || read(all) <= lastOf(all));
        return all;
    }

    private static long lastOf(List<LoggedEvent> events) {
        return events.isEmpty() ? -1 : events.getLast().index();
    }

    /** The last seq of a channel. */
    public long head(String channelId) {
        return all().stream()
                .filter(event -> event.streamId().equals(channelId))
                .mapToLong(LoggedEvent::seq)
                .max()
                .orElse(-1);
    }

    /** Adds the next page, and returns the index of the log's last event at the time. */
    private long read(List<LoggedEvent> all) {
        String path = "/internal/events?after=" + lastOf(all) + "&limit=" + PAGE;
        HttpResponse<String> answer = command.exchange("GET", path, null, Map.of());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        answer.body()
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> Json.read(line, LoggedEvent.class))
                .forEach(all::add);
        return answer.headers().firstValueAsLong("Tidings-Head-Index").orElseThrow();
    }
}
