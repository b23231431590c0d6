package tidings.gateway.health;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Ready when every check says so. */
@Component
public class Readiness {

    private final List<ReadinessCheck> checks;
    private final List<Alarm> alarms;

    public Readiness(List<ReadinessCheck> checks, List<Alarm> alarms) {
        this.checks = List.copyOf(checks);
        this.alarms = List.copyOf(alarms);
    }

    /** Each check's answer by its name. */
    public Map<String, Boolean> report() {
        Map<String, Boolean> report = new TreeMap<>();
        checks.forEach(check -> report.put(check.name(), check.ready()));
        return report;
    }

    /** The alarms that are not 0. */
    public Map<String, Long> alarms() {
        Map<String, Long> ringing = new TreeMap<>();
        for (Alarm alarm : alarms) {
            if (alarm.count() > 0) {
                ringing.put(alarm.name(), alarm.count());
            }
        }
        return ringing;
    }
}
