package tidings.load.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lines over one another in an SVG, from zero up. */
final class LinePlot {

    private static final int WIDTH = 800;
    private static final int HEIGHT = 300;
    private static final int MARGIN = 50;

    private final String horizontal;
    private final List<Line> lines = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();

    private record Line(String name, String colour, List<double[]> points) {}

    private record Mark(double at, String name) {}

    LinePlot(String horizontal) {
        this.horizontal = horizontal;
    }

    /** Adds a line of points (x, y). */
    LinePlot line(String name, String colour, List<double[]> points) {
        lines.add(new Line(name, colour, points));
        return this;
    }

    /** Names a place on the horizontal axis. */
    LinePlot mark(double at, String name) {
        marks.add(new Mark(at, name));
        return this;
    }

    String svg() {
        double right = Math.max(1e-9, max(0));
        double top = Math.max(1e-9, max(1));
        StringBuilder svg = new StringBuilder(
                "<svg viewBox=\"0 0 %d %d\" role=\"img\">".formatted(WIDTH + 2 * MARGIN, HEIGHT + 2 * MARGIN));
        text(svg, MARGIN, HEIGHT + MARGIN + 35, horizontal);
        text(svg, 5, MARGIN + 5, number(top));
        text(svg, 5, HEIGHT + MARGIN, "0");
        if (marks.isEmpty()) {
            text(svg, WIDTH + MARGIN - 10, HEIGHT + MARGIN + 18, number(right));
        }
        for (Mark mark : marks) {
            text(svg, MARGIN + mark.at() / right * WIDTH, HEIGHT + MARGIN + 18, mark.name());
        }
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            svg.append("<polyline fill=\"none\" stroke-width=\"2\" stroke=\"%s\" points=\"".formatted(line.colour()));
            for (double[] point : line.points()) {
                svg.append(number(MARGIN + point[0] / right * WIDTH))
                        .append(',')
                        .append(number(MARGIN + HEIGHT - point[1] / top * HEIGHT))
                        .append(' ');
            }
            svg.append("\"/><text x=\"%d\" y=\"20\" style=\"fill:%s\">%s</text>"
                    .formatted(MARGIN + 80 * i, line.colour(), line.name()));
        }
        return svg.append("</svg>").toString();
    }

    private double max(int coordinate) {
        return lines.stream()
                .flatMap(line -> line.points().stream())
                .mapToDouble(point -> point[coordinate])
                .max()
                .orElse(0);
    }

    private static void text(StringBuilder svg, double x, double y, String text) {
        svg.append("<text x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(number(y))
                .append("\">");
        svg.append(text).append("</text>");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
