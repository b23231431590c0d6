package tidings.system.client;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import tidings.system.history.History;
import tidings.system.history.Observation.Acknowledged;
import tidings.system.history.Observation.Refused;
import tidings.system.history.Observation.Sent;
import tools.jackson.databind.JsonNode;

/** What a device has sent and not been answered: it stays here, under its key, until an answer says what became of it. */
final class Outbox {

    private static final List<String> TRY_AGAIN = List.of("BUSY", "UNAVAILABLE", "RATE_LIMITED");
    private static final int SHORTEST_RETRY_MS = 50;

    /** One message on its way. */
    record Pending(String channelId, String key, String body, CompletableFuture<Acknowledged> answer) {

        JsonNode frame() {
            return Json.object()
                    .put("type", "send")
                    .put("ref", key)
                    .put("channelId", channelId)
                    .put("clientMessageId", key)
                    .put("body", body);
        }
    }

    private final String client;
    private final String accountId;
    private final History history;
    private final Map<String, Pending> pending = new LinkedHashMap<>();
    private final Map<String, Pending> answered = new HashMap<>();

    Outbox(String client, String accountId, History history) {
        this.client = client;
        this.accountId = accountId;
        this.history = history;
    }

    synchronized Pending put(String channelId, String body) {
        String key = UUID.randomUUID().toString();
        Pending send = new Pending(channelId, key, body, new CompletableFuture<>());
        history.add(new Sent(client, channelId, accountId, key, body));
        pending.put(key, send);
        return send;
    }

    /** A message without an answer. */
    synchronized boolean holds(String key) {
        return pending.containsKey(key);
    }

    /** A message of this outbox, answered or not. */
    synchronized boolean knows(String key) {
        return pending.containsKey(key) || answered.containsKey(key);
    }

    /** In the order in which they were sent first. */
    synchronized List<Pending> unanswered() {
        return List.copyOf(pending.values());
    }

    /** Takes an {@code ack} or {@code error} frame; where it is worth trying again, calls back when it is time to. */
    synchronized void onAnswer(JsonNode frame, Consumer<Pending> again) {
        String key = frame.path("ref").asString();
        boolean ack = frame.path("type").asString().equals("ack");
        Pending send = pending.getOrDefault(key, ack ? answered.get(key) : null);
        String code = frame.path("code").asString("");
        if (send == null) {
            return;
        }
        if (ack) {
            pending.remove(send.key());
            answered.put(send.key(), send);
            send.answer().complete(acknowledged(send, frame));
        } else if (TRY_AGAIN.contains(code)) {
            long wait = Math.max(SHORTEST_RETRY_MS, frame.path("retryAfterMs").asLong(0));
            CompletableFuture.delayedExecutor(wait, MILLISECONDS).execute(() -> again.accept(send));
        } else {
            pending.remove(send.key());
            history.add(new Refused(client, send.channelId(), accountId, send.key(), code));
            send.answer().completeExceptionally(new IllegalStateException(frame.toString()));
        }
    }

    /** What was sent twice is answered twice, and the second answer is as good an observation as the first. */
    private Acknowledged acknowledged(Pending send, JsonNode frame) {
        Acknowledged ack = new Acknowledged(
                client,
                send.channelId(),
                accountId,
                send.key(),
                frame.path("messageId").asString(),
                frame.path("seq").asLong());
        history.add(ack);
        return ack;
    }
}
