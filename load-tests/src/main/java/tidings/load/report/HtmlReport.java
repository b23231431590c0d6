package tidings.load.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import tidings.load.measure.Timeline;

/** The report as one self-contained page with two plots; no scripts, nothing from elsewhere. */
public final class HtmlReport {

    private static final String HEAD = """
            <!doctype html><html lang="en"><meta charset="utf-8"><title>%s</title>
            <style>body{font:15px/1.5 system-ui,sans-serif;max-width:60em;margin:2em auto;padding:0 1em;color:#222}
            pre{background:#f4f4f4;padding:1em;overflow:auto}svg{width:100%%;background:#fafafa;border:1px solid #ddd}
            text{font:11px system-ui,sans-serif;fill:#555}</style>
            <h1>%s</h1><p>%s, run %s, %s</p><pre>%s</pre>
            """;

    private HtmlReport() {}

    /** The page. */
    public static String of(Report report) {
        StringBuilder page = new StringBuilder();
        String title = "Tidings load test: " + escape(report.scenario());
        page.append(HEAD.formatted(
                title,
                title,
                report.startedAt(),
                escape(report.run()),
                report.kept() ? "the promise was kept" : "<strong>the promise was broken</strong>",
                escape(TextReport.of(report))));
        page.append("<h2>Delivery latency by percentile (ms)</h2>");
        page.append(new LinePlot("% of deliveries")
                .line(
                        "latency",
                        "#0b5",
                        report.findings().curve().stream()
                                .map(point -> new double[] {nines(point[0]), point[1]})
                                .toList())
                .mark(nines(50), "50")
                .mark(nines(90), "90")
                .mark(nines(99), "99")
                .mark(nines(99.9), "99.9")
                .svg());
        page.append("<h2>Delivery latency by second (ms)</h2>");
        List<Timeline.Second> seconds = report.findings().timeline();
        page.append(new LinePlot("second since the start")
                .line("p50", "#0b5", points(seconds, Timeline.Second::p50))
                .line("p99", "#06c", points(seconds, Timeline.Second::p99))
                .line("max", "#c30", points(seconds, Timeline.Second::max))
                .svg());
        return page.append("</html>\n").toString();
    }

    /** Spreads percentiles by their distance to 100: 90, 99 and 99.9 lie evenly. */
    private static double nines(double percentile) {
        return -Math.log10(Math.max(1e-5, 1 - percentile / 100));
    }

    private static List<double[]> points(List<Timeline.Second> seconds, ToDoubleFunction<Timeline.Second> value) {
        List<double[]> points = new ArrayList<>();
        seconds.forEach(second -> points.add(new double[] {second.second(), value.applyAsDouble(second)}));
        return points;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
