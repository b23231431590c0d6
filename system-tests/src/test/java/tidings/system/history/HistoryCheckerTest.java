package tidings.system.history;

import static org.assertj.core.api.Assertions.assertThat;
import static tidings.system.history.Violation.Invariant.I1_NOTHING_LOST;
import static tidings.system.history.Violation.Invariant.I2_IN_ORDER;
import static tidings.system.history.Violation.Invariant.I3_NOTHING_TWICE;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tidings.system.history.Observation.Acknowledged;
import tidings.system.history.Observation.Followed;
import tidings.system.history.Observation.Received;
import tidings.system.history.Observation.Refused;
import tidings.system.history.Observation.Sent;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A checker that finds nothing proves nothing: each way of going wrong has to be found. */
class HistoryCheckerTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MESSAGES = 5;

    private final List<LoggedEvent> log = new ArrayList<>();
    private final List<Observation> history = new ArrayList<>();

    HistoryCheckerTest() {
        log.add(new LoggedEvent(0, "Channel", "room", 0, null, "ann", "ChannelOpened", 1, JSON.createObjectNode()));
        history.add(new Followed("bob", "room", 0));
        IntStream.rangeClosed(1, MESSAGES).forEach(n -> {
            log.add(post(n, n, "c" + n));
            history.add(new Sent("ann", "room", "ann", "c" + n, "body of c" + n));
            history.add(new Acknowledged("ann", "room", "ann", "c" + n, "m" + n, n));
            history.add(received(n));
        });
    }

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

    private static LoggedEvent post(long index, long seq, String clientMessageId) {
        ObjectNode data = JSON.createObjectNode()
                .put("messageId", "m" + seq)
                .put("clientMessageId", clientMessageId)
                .put("body", "body of " + clientMessageId);
        return new LoggedEvent(index, "Channel", "room", seq, null, "ann", "MessagePosted", 1, data);
    }

    private static Received received(long seq) {
        return received(seq, "c" + seq);
    }

    private static Received received(long seq, String clientMessageId) {
        return new Received(
                "bob",
                "room",
                seq,
                "MessagePosted",
                "ann",
                post(seq, seq, clientMessageId).data().toString());
    }
}
