package tidings.query.health;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tidings.query.kafka.ConsumerState;
import tidings.query.projection.ParkedEventStore;

/**
 * Live: the process can go on by itself. Ready: it can answer, and follows its part of the log. Parked events are told
 * and do not make a node unready: everything else is served.
 */
@RestController
final class HealthController {

    private static final String UP = "UP";
    private static final String DOWN = "DOWN";

    private final DatabaseQueries database;
    private final ConsumerState consumer;
    private final ParkedEventStore parked;

    HealthController(DatabaseQueries database, ConsumerState consumer, ParkedEventStore parked) {
        this.database = database;
        this.consumer = consumer;
        this.parked = parked;
    }

    @GetMapping("/health/live")
    Map<String, String> live() {
        return Map.of("status", UP);
    }

    @GetMapping("/health/ready")
    ResponseEntity<Map<String, Object>> ready() {
        boolean answers = database.answers();
        boolean up = answers && consumer.ready();
        Map<String, Object> checks = new LinkedHashMap<>();
        checks.put("database", answers ? UP : DOWN);
        checks.put("consumer", consumer.assigned() && consumer.turning() ? UP : DOWN);
        checks.put("lag", consumer.lag());
        checks.put("stuck", consumer.stuck());
        checks.put("loopFailures", consumer.failures());
        checks.put("parkedEvents", answers ? parked.count() : "?");
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", up ? UP : DOWN);
        body.put("checks", checks);
        return ResponseEntity.status(up ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .body(body);
    }
}
