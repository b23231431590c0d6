package tidings.system.client;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tidings.client.Listener;
import tidings.client.ServerFrame;
import tidings.system.history.History;
import tidings.system.history.Observation.Acknowledged;
import tidings.system.history.Observation.Received;
import tidings.system.history.Observation.Refused;
import tidings.system.history.Observation.Sent;
import tools.jackson.databind.JsonNode;

/** What a device heard, and what of it belongs into the history. */
final class RecordingListener implements Listener {

    private static final Set<String> NOT_FINAL = Set.of("BUSY", "UNAVAILABLE", "RATE_LIMITED");

    private final String name;
    private final String accountId;
    private final History history;
    private final Set<String> followed;
    private final Map<String, Sent> sent = new HashMap<>();
    private final List<JsonNode> frames = new ArrayList<>();
    private final List<Integer> closeCodes = new ArrayList<>();
    private int welcomes;
    private int refusals;
    private int answerTimeouts;

    RecordingListener(String name, String accountId, History history, Set<String> followed) {
        this.name = name;
        this.accountId = accountId;
        this.history = history;
        this.followed = followed;
    }

    synchronized void sent(Sent send) {
        history.add(send);
        sent.put(send.clientMessageId(), send);
    }

    @Override
    public synchronized void onFrame(ServerFrame frame, JsonNode json) {
        frames.add(json);
        switch (frame) {
            case ServerFrame.Event event -> onAnyEvent(event);
            case ServerFrame.Ack ack -> {
                if (sentAs(ack.ref()) != null) {
                    // what was sent twice is answered twice, and the second answer is as good an observation
                    history.add(acknowledged(ack));
                }
            }
            case ServerFrame.Error error -> {
                Sent send = sentAs(error.ref());
                if (send != null && !NOT_FINAL.contains(error.code())) {
                    history.add(new Refused(name, send.channelId(), accountId, send.clientMessageId(), error.code()));
                }
            }
            default -> {}
        }
    }

    private @Nullable Sent sentAs(@Nullable String ref) {
        return ref == null ? null : sent.get(ref);
    }

    private void onAnyEvent(ServerFrame.Event event) {
        if (followed.contains(event.channelId())) {
            history.add(new Received(
                    name,
                    event.channelId(),
                    event.seq(),
                    event.event(),
                    event.actorId(),
                    event.data().toString()));
        }
    }

    synchronized Acknowledged acknowledged(ServerFrame.Ack ack) {
        Sent send = Objects.requireNonNull(sentAs(ack.ref()));
        return new Acknowledged(
                name,
                send.channelId(),
                accountId,
                send.clientMessageId(),
                Objects.requireNonNull(ack.messageId()),
                ack.seq());
    }

    @Override
    public synchronized void onWelcome(ServerFrame.Welcome welcome) {
        welcomes++;
    }

    @Override
    public synchronized void onRefused() {
        refusals++;
    }

    @Override
    public synchronized void onAnswerTimeout() {
        answerTimeouts++;
    }

    @Override
    public synchronized void onDisconnected(int closeCode) {
        closeCodes.add(closeCode);
    }

    synchronized int welcomes() {
        return welcomes;
    }

    synchronized int refusals() {
        return refusals;
    }

    synchronized int answerTimeouts() {
        return answerTimeouts;
    }

    synchronized List<Integer> closeCodes() {
        return List.copyOf(closeCodes);
    }

    synchronized List<JsonNode> frames() {
        return List.copyOf(frames);
    }
}
