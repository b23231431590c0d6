package tidings.system.stage;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import tidings.launcher.fixture.ProgressWait;
import tidings.system.client.Http;
import tidings.system.client.Json;
import tidings.system.history.LoggedEvent;

/** The truth, as the command side tells it. */
public final class EventLog {

    private static final int PAGE = 1_000;
    private static final String HEAD = "Tidings-Head-Index";

    private final Http command;

    EventLog(Http command) {
        this.command = command;
    }

    /** Everything that happened until now, in the order of its index, as soon as it is certain. */
    public List<LoggedEvent> all() {
        List<LoggedEvent> all = new ArrayList<>();
        // a page ends before a place that might still be filled: ask again
        long head = read("", all);
        ProgressWait.observing(() -> lastOf(all))
                .until("the log is read to its head", () -> lastOf(all) >= head || read("", all) <= lastOf(all));
        return all;
    }

    /** Everything that happened in these streams until now, in the order of its index. */
    public List<LoggedEvent> of(Collection<String> streamIds) {
        return streamIds.stream()
                .flatMap(streamId -> stream(streamId).stream())
                .sorted(Comparator.comparingLong(LoggedEvent::index))
                .toList();
    }

    /** The last seq of a channel. */
    public long head(String channelId) {
        return Timeline.head(stream(channelId), channelId);
    }

    private List<LoggedEvent> stream(String streamId) {
        List<LoggedEvent> events = new ArrayList<>();
        int before;
        do {
            before = events.size();
            read("&streamId=" + streamId, events);
        } while (events.size() > before);
        return events;
    }

    private static long lastOf(List<LoggedEvent> events) {
        return events.isEmpty() ? -1 : events.getLast().index();
    }

    /** Adds the next page, and returns the index of the log's last event at the time. */
    private long read(String filter, List<LoggedEvent> events) {
        String path = "/internal/events?after=" + lastOf(events) + "&limit=" + PAGE + filter;
        HttpResponse<String> answer = command.exchange("GET", path, null, Map.of());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        answer.body()
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> Json.read(line, LoggedEvent.class))
                .forEach(events::add);
        return answer.headers().firstValueAsLong(HEAD).orElseThrow();
    }
}
