package tidings.system.stage;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tidings.system.client.Http;
import tidings.system.client.Json;
import tidings.system.history.LoggedEvent;

/** The truth, as the command side tells it. */
public final class EventLog {

    private static final int PAGE = 5_000;

    private final Http command;

    EventLog(Http command) {
        this.command = command;
    }

    /** Everything that ever happened, in the order of its index. */
    public List<LoggedEvent> all() {
        List<LoggedEvent> all = new ArrayList<>();
        List<LoggedEvent> page;
        do {
            long after = all.isEmpty() ? -1 : all.getLast().index();
            page = read("/internal/events?after=" + after + "&limit=" + PAGE);
            all.addAll(page);
        } while (!page.isEmpty());
        return all;
    }

    /** The last seq of a channel. */
    public long head(String channelId) {
        return all().stream()
                .filter(event -> event.streamId().equals(channelId))
                .mapToLong(LoggedEvent::seq)
                .max()
                .orElse(-1);
    }

    private List<LoggedEvent> read(String path) {
        HttpResponse<String> answer = command.exchange("GET", path, null, Map.of());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body()
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> Json.read(line, LoggedEvent.class))
                .toList();
    }
}
