package tidings.command.health;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Ready means that commands can be decided: the database answers. That Kafka does not is told, but takes no node out of
 * service: sends are durable all the same, and delivery catches up.
 */
@RestController
class HealthController {

    private static final Map<String, Object> UP = Map.of("status", "UP");

    private final NodeHealth health;

    HealthController(NodeHealth health) {
        this.health = health;
    }

    @GetMapping("/health/live")
    Map<String, Object> live() {
        return UP;
    }

    @GetMapping("/health/ready")
    ResponseEntity<Map<String, Object>> ready() {
        boolean database = health.databaseAnswers();
        Map<String, Object> checks = new LinkedHashMap<>();
        checks.put("database", database ? "UP" : "DOWN");
        checks.put("relay", health.relayState());
        checks.put("relayLag", database ? health.relayLag() : "unknown");
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", database ? "UP" : "DOWN");
        body.put("checks", checks);
        return ResponseEntity.status(database ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .body(body);
    }
}
