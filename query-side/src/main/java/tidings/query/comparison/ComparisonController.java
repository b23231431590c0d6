package tidings.query.comparison;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tidings.events.Ids;
import tidings.events.channel.ChannelId;
import tidings.query.history.HistoryQueries;
import tidings.query.history.RecordedChannelEvent;

/** The internal API of what the views have seen; all lists are pages. */
@RestController
@RequestMapping("/internal/views")
final class ComparisonController {

    private static final int MAX_LIMIT = 1_000;
    private static final String FIRST = "00000000-0000-0000-0000-000000000000";

    private final HeadQueries heads;
    private final HistoryQueries history;

    ComparisonController(HeadQueries heads, HistoryQueries history) {
        this.heads = heads;
        this.history = history;
    }

    /** @param data the event's JSON, as text */
    record SeenEvent(long seq, String at, @Nullable String actorId, String type, String data) {

        private static SeenEvent of(RecordedChannelEvent event) {
            return new SeenEvent(
                    event.seq(),
                    event.at().toString(),
                    event.actorId() == null ? null : event.actorId().toString(),
                    event.event(),
                    event.json());
        }
    }

    @GetMapping("/channels")
    Map<String, List<HeadQueries.Head>> channels(@RequestParam(defaultValue = FIRST) String after) {
        return Map.of("heads", heads.channels(id(after), MAX_LIMIT));
    }

    @GetMapping("/accounts")
    Map<String, List<HeadQueries.Head>> accounts(@RequestParam(defaultValue = FIRST) String after) {
        return Map.of("heads", heads.accounts(id(after), MAX_LIMIT));
    }

    @GetMapping("/channels/{id}/events")
    Map<String, List<SeenEvent>> events(@PathVariable String id, @RequestParam(defaultValue = "-1") long after) {
        return Map.of(
                "events",
                history.events(new ChannelId(id(id)), after, MAX_LIMIT).stream()
                        .map(SeenEvent::of)
                        .toList());
    }

    private static UUID id(String text) {
        return Ids.canonicalUuid(text);
    }

    @ExceptionHandler(IllegalArgumentException.class)
    ResponseEntity<ProblemDetail> noId(IllegalArgumentException e) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "that is no id");
        problem.setProperty("code", "BAD_FRAME");
        return ResponseEntity.badRequest().body(problem);
    }
}
