package tidings.load.scenario;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import tidings.load.drive.Plan;

/**
 * The same rooms with half as much again in each step, until deliveries are late: the last step before is the knee. The
 * first step also warms the services up.
 */
final class Rising {

    private static final double LATE_MILLIS = 100;
    private static final double HIGHEST_RATE = 16_000;
    private static final int STEP_NUMERATOR = 3;
    private static final int STEP_DENOMINATOR = 2;

    /** How one step went. */
    record Result(double p99Millis, boolean kept) {}

    /** Measures one step. */
    interface Step {
        Result measure(Plan plan) throws IOException, InterruptedException;
    }

    private final Plan first;
    private final Step step;

    Rising(Plan first, Step step) {
        this.first = first;
        this.step = step;
    }

    /** Answers the exit code: 1 when already the first step was late, or when any step broke the promise. */
    int climb(PrintWriter out) throws IOException, InterruptedException {
        double knee = 0;
        boolean kept = true;
        boolean late = false;
        for (double rate = first.rate();
                !late && kept && rate <= HIGHEST_RATE;
                rate = rate * STEP_NUMERATOR / STEP_DENOMINATOR) {
            Result result = step.measure(first.withRate(rate));
            kept = result.kept();
            late = result.p99Millis() > LATE_MILLIS;
            knee = late || !kept ? knee : rate;
        }
        out.println(String.format(
                Locale.ROOT, "The knee (p99 <= %.0f ms, promise kept): %,.0f messages/s.", LATE_MILLIS, knee));
        out.flush();
        return kept && knee > 0 ? 0 : 1;
    }
}
