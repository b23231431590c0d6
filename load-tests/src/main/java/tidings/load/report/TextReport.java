package tidings.load.report;

import java.util.Locale;
import tidings.load.books.Verdict;
import tidings.load.drive.Findings;
import tidings.load.measure.Latencies;

/** The report in a few lines for the terminal. */
public final class TextReport {

    private static final double MEGABYTE = 1 << 20;

    private TextReport() {}

    /** The lines. */
    public static String of(Report report) {
        Findings found = report.findings();
        StringBuilder text = new StringBuilder();
        line(
                text,
                "%s: %,d users in rooms of %,d, %,.0f messages/s for %d s",
                report.scenario(),
                report.plan().users(),
                report.plan().roomSize(),
                report.plan().rate(),
                report.plan().duration());
        messages(text, found);
        latencies(text, "delivery", found.delivery());
        latencies(text, "ack", found.ack());
        latencies(text, "load late", found.lateness());
        latencies(text, "reconnect", found.reconnects());
        latencies(text, "resumed", found.resumedDelivery());
        machine(text, report);
        found.errors().forEach((code, count) -> line(text, "error %s: %,d", code, count));
        found.connectFailures().forEach((why, count) -> line(text, "connection: %s: %,d", why, count));
        line(text, report.kept() ? "The promise was kept." : "THE PROMISE WAS BROKEN.");
        return text.toString().stripTrailing();
    }

    private static void messages(StringBuilder text, Findings found) {
        Verdict verdict = found.verdict();
        line(text, "connected  %,d in %.1f s", found.connected(), found.connectSeconds());
        line(
                text,
                "sent       %,d; acknowledged %,d, refused %,d, unanswered %,d, unsendable %,d",
                verdict.sent(),
                verdict.acked(),
                verdict.refused(),
                verdict.unanswered(),
                found.unsendable());
        line(
                text,
                "delivered  %,d; lost %,d, doubled %,d, reordered %,d, rooms without one order %,d",
                verdict.delivered(),
                verdict.lost(),
                verdict.duplicated(),
                verdict.reordered(),
                verdict.roomsInDisagreement());
    }

    private static void machine(StringBuilder text, Report report) {
        line(text, "%-18s %8s %7s %9s", "process", "CPU s", "cores", "RSS MB");
        report.processes()
                .forEach(process -> line(
                        text,
                        "%-18s %8.2f %7.2f %9.1f",
                        process.name(),
                        process.cpuSeconds(),
                        process.cores(),
                        process.residentEnd() / MEGABYTE));
        line(
                text,
                "CPU per 1,000 deliveries %.3f s; gateway memory per connection %,d bytes; other load %.2f cores",
                report.cpuSecondsPer1000Deliveries(),
                report.gatewayBytesPerConnection(),
                report.otherCores());
    }

    private static void latencies(StringBuilder text, String what, Latencies.Summary summary) {
        if (summary.count() > 0) {
            line(
                    text,
                    "%-10s p50 %.1f  p90 %.1f  p99 %.1f  p99.9 %.1f  max %.1f ms  (%,d)",
                    what,
                    summary.p50(),
                    summary.p90(),
                    summary.p99(),
                    summary.p999(),
                    summary.max(),
                    summary.count());
        }
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
