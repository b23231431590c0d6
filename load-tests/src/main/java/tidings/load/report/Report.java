package tidings.load.report;

import java.time.Instant;
import java.util.List;
import tidings.load.drive.Findings;
import tidings.load.drive.Plan;

/**
 * What a load test did, found, and under which conditions.
 *
 * @param run makes its messages distinct in the system
 * @param cpuSecondsPer1000Deliveries of all processes of the instance together
 * @param gatewayBytesPerConnection of all gateways together, after connecting against before
 * @param otherCores how many processor cores the rest of the machine used meanwhile: the noise
 * @param kept whether the promise was kept and everybody was connected
 */
public record Report(
        String scenario,
        String run,
        Instant startedAt,
        String url,
        Plan plan,
        Findings findings,
        List<ProcessFigures> processes,
        double cpuSecondsPer1000Deliveries,
        long gatewayBytesPerConnection,
        double otherCores,
        boolean kept) {

    /**
     * One process of the instance, or the load program itself.
     *
     * @param cpuSeconds while measuring
     */
    public record ProcessFigures(
            String name,
            double cpuSeconds,
            double cores,
            long residentBefore,
            long residentConnected,
            long residentEnd) {}

    public Report {
        processes = List.copyOf(processes);
    }

    /** Adds up what was found. */
    public static Report of(
            String scenario, String run, Instant startedAt, String url, Plan plan, Findings findings, String self) {
        List<ProcessFigures> processes = findings.measureEnd().processes().keySet().stream()
                .sorted()
                .map(name -> figures(name, findings))
                .toList();
        double cpu = processes.stream()
                .filter(process -> !process.name().equals(self))
                .mapToDouble(ProcessFigures::cpuSeconds)
                .sum();
        double all = processes.stream().mapToDouble(ProcessFigures::cpuSeconds).sum();
        double machine = findings.measureEnd().machineCpuSeconds()
                - findings.measureStart().machineCpuSeconds();
        long gatewayGrowth = processes.stream()
                .filter(process -> process.name().startsWith("gateway"))
                .mapToLong(process -> process.residentConnected() - process.residentBefore())
                .sum();
        boolean kept = findings.verdict().isClean() && findings.connected() == plan.users();
        return new Report(
                scenario,
                run,
                startedAt,
                url,
                plan,
                findings,
                processes,
                findings.deliveriesMeasured() == 0 ? 0 : cpu * 1_000 / findings.deliveriesMeasured(),
                findings.connected() == 0 ? 0 : gatewayGrowth / findings.connected(),
                Math.max(0, machine - all) / findings.measuredSeconds(),
                kept);
    }

    private static ProcessFigures figures(String name, Findings findings) {
        double cpu = findings.measureEnd().of(name).cpuSeconds()
                - findings.measureStart().of(name).cpuSeconds();
        return new ProcessFigures(
                name,
                cpu,
                cpu / findings.measuredSeconds(),
                findings.beforeConnecting().of(name).residentBytes(),
                findings.whenConnected().of(name).residentBytes(),
                findings.measureEnd().of(name).residentBytes());
    }
}
