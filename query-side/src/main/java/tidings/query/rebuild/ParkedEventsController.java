package tidings.query.rebuild;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tidings.query.projection.ParkedEventStore;

/** The internal API of what could not be projected. */
@RestController
@RequestMapping("/internal/dead-letters")
final class ParkedEventsController {

    private static final int MOST = 1_000;

    private final ParkedEvents parked;

    ParkedEventsController(ParkedEvents parked) {
        this.parked = parked;
    }

    @GetMapping
    Map<String, List<ParkedEventStore.Blocked>> list() {
        return Map.of("streams", parked.blocked(MOST));
    }

    /** Tries every blocked stream again. */
    @PostMapping("/retry")
    Map<String, List<ParkedEvents.Retried>> retry() throws IOException, InterruptedException {
        List<ParkedEvents.Retried> retried = new ArrayList<>();
        for (UUID stream : parked.blocked(MOST).stream()
                .map(ParkedEventStore.Blocked::streamId)
                .toList()) {
            retried.add(parked.retry(stream));
        }
        return Map.of("streams", retried);
    }
}
