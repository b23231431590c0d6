package tidings.load.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tidings.load.drive.Plan;

class RisingTest {

    private static final Plan FIRST = new Plan(10, 10, 400, 100, 5, 15, 30, 64, 1, 1, 10, -1, 0);

    private final List<Double> rates = new ArrayList<>();
    private final StringWriter out = new StringWriter();

    private int climb(double lateFrom, double brokenFrom) throws Exception {
        return new Rising(FIRST, plan -> {
                    rates.add(plan.rate());
                    return new Rising.Result(plan.rate() >= lateFrom ? 101 : 100, plan.rate() < brokenFrom);
                })
                .climb(new PrintWriter(out));
    }

    @Test
    void tellsTheLastStepThatWasInTime() throws Exception {
        assertThat(climb(900, Double.MAX_VALUE)).isZero();
        assertThat(rates).containsExactly(400.0, 600.0, 900.0);
        assertThat(out.toString()).contains("600 messages/s");
    }

    @Test
    void endsWhenThePromiseIsBroken() throws Exception {
        assertThat(climb(Double.MAX_VALUE, 600)).isEqualTo(1);
        assertThat(rates).containsExactly(400.0, 600.0);
        assertThat(out.toString()).contains("400 messages/s");
    }

    @Test
    void failsWhenTheFirstStepIsLate() throws Exception {
        assertThat(climb(1, Double.MAX_VALUE)).isEqualTo(1);
        assertThat(rates).containsExactly(400.0);
    }
}
