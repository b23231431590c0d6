package tidings.command.health;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tidings.command.background.BackgroundTask;
import tidings.command.background.BackgroundTasks;

/**
 * Whether this node can decide commands now.
 *
 * @param checks what was looked at, in the order in which it is shown
 */
record Readiness(boolean isReady, Map<String, Object> checks) {

    static Readiness of(NodeHealth health, BackgroundTasks tasks) {
        boolean database = health.databaseAnswers();
        List<String> failing = tasks.failing();
        Map<String, Object> checks = new LinkedHashMap<>();
        checks.put("database", database ? "UP" : "DOWN");
        checks.put("relay", health.relayState());
        checks.put("relayLag", database ? health.relayLag() : "unknown");
        checks.put("backgroundTasks", failing.isEmpty() ? "UP" : failing);
        checks.put("backgroundFailures", failures(tasks));
        return new Readiness(database && failing.isEmpty(), checks);
    }

    /** How often each task has failed since the node's start; those that never did are left out. */
    private static Map<String, Long> failures(BackgroundTasks tasks) {
        return tasks.all().stream()
                .filter(task -> task.failures() > 0)
                .collect(Collectors.toMap(BackgroundTask::name, BackgroundTask::failures, Long::sum, TreeMap::new));
    }
}
