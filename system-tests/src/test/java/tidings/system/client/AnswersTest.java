package tidings.system.client;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A measure that always says nought would please everybody. */
class AnswersTest {

    private static final long NOW = SECONDS.toNanos(100);

    private final Answers answers = new Answers();

    @Test
    void promptAnswersAreNoFailure() {
        answers.answered(NOW - SECONDS.toNanos(1), NOW);
        assertThat(answers.secondsInWhichSendsFailed()).isZero();
        assertThat(answers.count()).isEqualTo(1);
    }

    @Test
    void failuresOfSeveralSendersAtOnceAreCountedOnce() {
        answers.answered(NOW - SECONDS.toNanos(10), NOW);
        answers.answered(NOW - SECONDS.toNanos(8), NOW);
        assertThat(answers.secondsInWhichSendsFailed()).isEqualTo(10);
        assertThat(answers.longestWaitSeconds()).isEqualTo(10);
    }
}
