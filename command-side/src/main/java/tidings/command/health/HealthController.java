package tidings.command.health;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tidings.command.background.BackgroundTask;
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
        boolean database = health.databaseAnswers();
        List<String> failing = tasks.failing();
        boolean ready = database && failing.isEmpty();
        Map<String, Object> checks = new LinkedHashMap<>();
        checks.put("database", database ? "UP" : "DOWN");
        checks.put("relay", health.relayState());
        checks.put("relayLag", database ? health.relayLag() : "unknown");
        checks.put("backgroundTasks", failing.isEmpty() ? "UP" : failing);
        checks.put("backgroundFailures", failures());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", ready ? "UP" : "DOWN");
        body.put("checks", checks);
        return ResponseEntity.status(ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .body(body);
    }

    /** How often each task has failed since the node's start; those that never did are left out. */
    private Map<String, Long> failures() {
        return tasks.all().stream()
                .filter(task -> task.failures() > 0)
                .collect(Collectors.toMap(BackgroundTask::name, BackgroundTask::failures, Long::sum, TreeMap::new));
    }
}
