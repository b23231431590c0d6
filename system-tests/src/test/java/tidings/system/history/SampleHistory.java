package tidings.system.history;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tidings.system.history.Observation.Acknowledged;
import tidings.system.history.Observation.Followed;
import tidings.system.history.Observation.Received;
import tidings.system.history.Observation.Sent;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A consistent history of one room, and the log that goes with it, for tests that spoil either. */
final class SampleHistory {

    static final int MESSAGES = 5;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    final List<LoggedEvent> log = new ArrayList<>();
    final List<Observation> history = new ArrayList<>();

    SampleHistory() {
        log.add(new LoggedEvent(0, "Channel", "room", 0, null, "ann", "ChannelOpened", 1, JSON.createObjectNode()));
        history.add(new Followed("bob", "room", 0));
        IntStream.rangeClosed(1, MESSAGES).forEach(n -> {
            log.add(post(n, n, "c" + n));
            history.add(new Sent("ann", "room", "ann", "c" + n, "body of c" + n));
            history.add(new Acknowledged("ann", "room", "ann", "c" + n, "m" + n, n));
            history.add(received(n));
        });
    }

    static LoggedEvent post(long index, long seq, String clientMessageId) {
        ObjectNode data = JSON.createObjectNode()
                .put("messageId", "m" + seq)
                .put("clientMessageId", clientMessageId)
                .put("body", "body of " + clientMessageId);
        return new LoggedEvent(index, "Channel", "room", seq, null, "ann", "MessagePosted", 1, data);
    }

    static Received received(long seq) {
        return received(seq, "c" + seq);
    }

    static Received received(long seq, String clientMessageId) {
        return new Received(
                "bob",
                "room",
                seq,
                "MessagePosted",
                "ann",
                post(seq, seq, clientMessageId).data().toString());
    }
}
