package tidings.command.health;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tidings.command.background.BackgroundTasks;

/**
 * Ready means that commands can be decided: the database answers, and no vital background task fails. That Kafka does not
 * answer is told, but takes no node out of service: sends are durable all the same, and delivery catches up.
 */
@RestController
class HealthController {

    private static final Map<String, Object> UP = Map.of("status", "UP");

    private final NodeHealth health;
    private final BackgroundTasks tasks;

    HealthController(NodeHealth health, BackgroundTasks tasks) {
        this.health = health;
        this.tasks = tasks;
    }

    @GetMapping("/health/live")
    ResponseEntity<Map<String, Object>> live() {
        List<String> hopeless = tasks.hopeless();
        return hopeless.isEmpty()
                ? ResponseEntity.ok(UP)
                : ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                        .body(Map.of("status", "DOWN", "checks", Map.of("backgroundTasks", hopeless)));
    }

    @GetMapping("/health/ready")
    ResponseEntity<Map<String, Object>> ready() {
        Readiness readiness = Readiness.of(health, tasks);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", readiness.isReady() ? "UP" : "DOWN");
        body.put("checks", readiness.checks());
        return ResponseEntity.status(readiness.isReady() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .body(body);
    }
}
