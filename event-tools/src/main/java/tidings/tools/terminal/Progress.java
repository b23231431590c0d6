package tidings.tools.terminal;

import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows how far a long command is: a bar on a terminal, a line every few seconds elsewhere, nothing when muted. */
public final class Progress implements AutoCloseable {

    private static final long LINE_EVERY_NANOS = 5_000_000_000L;
    private static final int REFRESH_MILLIS = 200;

    private final String task;
    private final @Nullable ProgressBar bar;
    private final @Nullable PrintWriter lines;
    private long total;
    private long done;
    private long lastLine = System.nanoTime();

    private Progress(String task, long total, @Nullable ProgressBar bar, @Nullable PrintWriter lines) {
        this.task = task;
        this.total = total;
        this.bar = bar;
        this.lines = lines;
    }

    /** On standard error: a bar when a person sees it, otherwise lines. */
    public static Progress on(PrintWriter err, String task, long total) {
        if (System.console() == null || !System.console().isTerminal()) {
            return new Progress(task, total, null, err);
        }
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(REFRESH_MILLIS)
                .continuousUpdate()
                .build();
        return new Progress(task, total, bar, null);
    }

    /** Shows nothing. */
    public static Progress muted() {
        return new Progress("", 0, null, null);
    }

    /** That many steps more are done; the note says what they came to. */
    public synchronized void advance(long steps, String note) {
        done += steps;
        show(note);
    }

    /** So many steps are done of so many in all. */
    public synchronized void at(long steps, long of, String note) {
        done = steps;
        total = of;
        if (bar != null) {
            bar.maxHint(of);
        }
        show(note);
    }

    private void show(String note) {
        if (bar != null) {
            bar.stepTo(done).setExtraMessage(" " + note);
        }
        if (lines != null && System.nanoTime() - lastLine > LINE_EVERY_NANOS) {
            lastLine = System.nanoTime();
            lines.println(task + ": " + percent() + ", " + note);
            lines.flush();
        }
    }

    private String percent() {
        return (total == 0 ? 0 : done * 100 / total) + " %";
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
