package tidings.system.history;

import static org.assertj.core.api.Assertions.assertThat;
import static tidings.system.history.SampleHistory.MESSAGES;
import static tidings.system.history.SampleHistory.post;
import static tidings.system.history.SampleHistory.received;
import static tidings.system.history.Violation.Invariant.I1_NOTHING_LOST;
import static tidings.system.history.Violation.Invariant.I2_IN_ORDER;
import static tidings.system.history.Violation.Invariant.I3_NOTHING_TWICE;

import java.util.List;
import org.junit.jupiter.api.Test;
import tidings.system.history.Observation.Acknowledged;
import tidings.system.history.Observation.Received;
import tidings.system.history.Observation.Refused;
import tidings.system.history.Observation.Sent;

/** A checker that finds nothing proves nothing: each way of going wrong has to be found. */
class HistoryCheckerTest {

    private final SampleHistory sample = new SampleHistory();
    private final List<LoggedEvent> log = sample.log;
    private final List<Observation> history = sample.history;

    @Test
    void findsNothingInAConsistentHistory() {
        assertThat(HistoryChecker.check(history, log)).isEmpty();
    }

    @Test
    void findsAnAcknowledgedMessageThatIsNotInTheLog() {
        log.removeLast();
        assertThat(found()).containsExactly(I1_NOTHING_LOST, I1_NOTHING_LOST);
    }

    @Test
    void findsAMessageThatWasNeverShown() {
        history.remove(received(3));
        assertThat(found()).containsExactly(I1_NOTHING_LOST);
    }

    @Test
    void findsTheLastMessageMissing() {
        history.remove(received(MESSAGES));
        assertThat(found()).containsExactly(I1_NOTHING_LOST);
    }

    @Test
    void findsAMessageThatWasShownTwice() {
        history.add(received(MESSAGES));
        assertThat(found()).containsExactly(I3_NOTHING_TWICE);
    }

    @Test
    void findsMessagesThatWereShownInAnotherOrder() {
        int third = history.indexOf(received(3));
        history.remove(third);
        history.add(history.indexOf(received(4)) + 1, received(3));
        assertThat(found()).containsExactly(I1_NOTHING_LOST, I3_NOTHING_TWICE);
    }

    @Test
    void findsAMessageThatWasRecordedTwice() {
        log.add(post(MESSAGES + 1, MESSAGES + 1, "c1"));
        history.add(received(MESSAGES + 1, "c1"));
        assertThat(found()).contains(I3_NOTHING_TWICE);
    }

    @Test
    void findsAResendThatGotAnotherAnswer() {
        history.add(new Acknowledged("ann", "room", "ann", "c1", "m9", 9));
        assertThat(found()).containsExactly(I3_NOTHING_TWICE);
    }

    @Test
    void findsARefusalOfWhatWasRecorded() {
        history.add(new Refused("ann", "room", "ann", "c1", "FORBIDDEN"));
        assertThat(found()).containsExactly(I3_NOTHING_TWICE);
    }

    @Test
    void findsAChangedBody() {
        history.replaceAll(
                seen -> seen instanceof Sent sent && sent.clientMessageId().equals("c2")
                        ? new Sent("ann", "room", "ann", "c2", "another body")
                        : seen);
        assertThat(found()).containsExactly(I1_NOTHING_LOST);
    }

    @Test
    void findsAnEventThatWasShownAsAnother() {
        history.replaceAll(seen -> seen.equals(received(2))
                ? new Received(
                        "bob",
                        "room",
                        2,
                        "MessagePosted",
                        "eve",
                        post(2, 2, "c2").data().toString())
                : seen);
        assertThat(found()).containsExactly(I2_IN_ORDER);
    }

    @Test
    void findsAnEventOfAChannelThatIsNotFollowed() {
        history.add(new Received("eve", "room", 1, "MessagePosted", "ann", "{}"));
        assertThat(found()).containsExactly(I2_IN_ORDER);
    }

    @Test
    void findsAGapInTheLog() {
        log.remove(3);
        assertThat(found()).contains(I2_IN_ORDER);
    }

    private List<Violation.Invariant> found() {
        return HistoryChecker.check(history, log).stream()
                .map(Violation::invariant)
                .toList();
    }
}
