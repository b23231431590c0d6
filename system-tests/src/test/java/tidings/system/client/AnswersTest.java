package tidings.system.client;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** A measure that always says nought would please everybody. */
class AnswersTest {

    private static final Offset<Double> A_LITTLE = within(0.5);

    private final Answers answers = new Answers();

    @Test
    void promptAnswersAreNoFailure() {
        answers.answered(System.nanoTime());
        assertThat(answers.secondsInWhichSendsFailed()).isZero();
        assertThat(answers.count()).isEqualTo(1);
    }

    @Test
    void failuresOfSeveralSendersAtOnceAreCountedOnce() {
        long now = System.nanoTime();
        answers.answered(now - SECONDS.toNanos(10));
        answers.answered(now - SECONDS.toNanos(8));
        assertThat(answers.secondsInWhichSendsFailed()).isEqualTo(10, A_LITTLE);
        assertThat(answers.longestWaitSeconds()).isEqualTo(10, A_LITTLE);
    }
}
