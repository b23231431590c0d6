package tidings.system.history;

import static tidings.system.history.Violation.Invariant.I1_NOTHING_LOST;
import static tidings.system.history.Violation.Invariant.I2_IN_ORDER;
import static tidings.system.history.Violation.Invariant.I3_NOTHING_TWICE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tidings.system.history.Observation.Acknowledged;
import tidings.system.history.Observation.Followed;
import tidings.system.history.Observation.Received;
import tidings.system.history.Observation.Refused;
import tidings.system.history.Observation.Sent;

/**
 * Compares what clients saw with the event log, after everything has come to rest. The log is the truth, so the log
 * itself is checked first: gap-free streams, each message once.
 */
public final class HistoryChecker {

    private record Follower(String client, String channelId) {}

    private final List<LoggedEvent> log;
    private final CheckedLog checked;
    private final Map<PostKey, String> sentBodies = new HashMap<>();
    private final Map<Follower, Long> cursors = new LinkedHashMap<>();
    private final List<Violation> violations;

    private HistoryChecker(List<LoggedEvent> log) {
        this.log = log;
        this.checked = new CheckedLog(log);
        this.violations = new ArrayList<>(checked.violations());
    }

    /**
     * Everything that contradicts I1, I2 or I3; empty when the history is consistent.
     *
     * @param log all that the log has of the channels in the history, in the order of its index
     */
    public static List<Violation> check(List<Observation> history, List<LoggedEvent> log) {
        HistoryChecker checker = new HistoryChecker(log);
        history.forEach(checker::check);
        checker.checkThatFollowersSawTheEnd();
        return checker.violations;
    }

    private void check(Observation observation) {
        switch (observation) {
            case Sent sent -> sentBodies.put(PostKey.of(sent), sent.body());
            case Acknowledged ack -> checkAcknowledged(ack);
            case Refused refused -> {
                if (checked.post(PostKey.of(refused)) != null) {
                    broken(I3_NOTHING_TWICE, "refused, yet recorded: " + refused);
                }
            }
            case Followed followed ->
                cursors.put(new Follower(followed.client(), followed.channelId()), followed.after());
            case Received received -> checkReceived(received);
        }
    }

    private void checkAcknowledged(Acknowledged ack) {
        PostKey key = PostKey.of(ack);
        LoggedEvent post = checked.post(key);
        if (post == null) {
            broken(I1_NOTHING_LOST, "acknowledged, yet not in the log: " + ack);
        } else if (post.seq() != ack.seq() || !post.text("messageId").equals(ack.messageId())) {
            broken(I3_NOTHING_TWICE, "acknowledged as something else than was recorded: " + ack + ", " + post);
        } else if (!post.text("body").equals(sentBodies.get(key))) {
            broken(I1_NOTHING_LOST, "recorded with another body than was sent: " + ack + ", " + post);
        }
    }

    private void checkReceived(Received received) {
        Follower follower = new Follower(received.client(), received.channelId());
        Long last = cursors.get(follower);
        if (last == null) {
            broken(I2_IN_ORDER, "shown in a channel that is not followed: " + received);
            return;
        }
        if (received.seq() <= last) {
            broken(I3_NOTHING_TWICE, "shown again, or late, after " + last + ": " + received);
            return;
        }
        if (received.seq() > last + 1) {
            broken(I1_NOTHING_LOST, "shown next after " + last + ", with a gap: " + received);
        }
        cursors.put(follower, received.seq());
        checkContent(received);
    }

    private void checkContent(Received received) {
        LoggedEvent event = checked.at(received.channelId(), received.seq());
        if (event == null) {
            broken(I1_NOTHING_LOST, "shown, yet not in the log: " + received);
        } else if (!event.type().equals(received.type())
                || !String.valueOf(event.actorId()).equals(String.valueOf(received.actorId()))
                || !event.data().toString().equals(received.data()) && !isMaskedSinceDeletion(event, received)) {
            broken(I2_IN_ORDER, "shown as something else than is in the log: " + received + ", " + event);
        }
    }

    /** Whoever catches up after a deletion sees that there was a message, and not its text. */
    private boolean isMaskedSinceDeletion(LoggedEvent event, Received received) {
        return received.data().contains("\"erased\":true")
                && log.stream()
                        .anyMatch(later -> later.type().equals("MessageDeleted")
                                && later.text("messageId").equals(event.text("messageId")));
    }

    private void checkThatFollowersSawTheEnd() {
        cursors.forEach((follower, seq) -> {
            long head = checked.head(follower.channelId());
            if (seq < head) {
                broken(I1_NOTHING_LOST, follower + " saw up to " + seq + " of " + head);
            }
        });
    }

    private void broken(Violation.Invariant invariant, String what) {
        violations.add(new Violation(invariant, what));
    }
}
