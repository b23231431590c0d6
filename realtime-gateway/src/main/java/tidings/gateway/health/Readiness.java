package tidings.gateway.health;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Ready when every check says so. */
@Component
public class Readiness {

    private final List<ReadinessCheck> checks;

    public Readiness(List<ReadinessCheck> checks) {
        this.checks = List.copyOf(checks);
    }

    /** Each check's answer by its name. */
    public Map<String, Boolean> report() {
        Map<String, Boolean> report = new TreeMap<>();
        checks.forEach(check -> report.put(check.name(), check.ready()));
        return report;
    }
}
