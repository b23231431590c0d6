package tidings.client;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What was asked of one connection, once: its answer comes on that connection or never. */
final class PendingRequests {

    private final Map<String, CompletableFuture<JsonNode>> open = new HashMap<>();
    private final Consumer<Runnable> notifications;

    /** Completes answers where it is told to. */
    PendingRequests(Consumer<Runnable> notifications) {
        this.notifications = notifications;
    }

    /** Gives the frame a ref of its own, under which the answer comes. */
    CompletableFuture<JsonNode> put(ObjectNode frame) {
        String ref = UUID.randomUUID().toString();
        frame.put("ref", ref);
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        open.put(ref, answer);
        return answer;
    }

    void onFrame(JsonNode frame) {
        CompletableFuture<JsonNode> answer = open.remove(frame.path("ref").asString(""));
        if (answer != null) {
            notifications.accept(() -> answer.complete(frame));
        }
    }

    void cancelAll() {
        open.values().forEach(answer -> notifications.accept(() -> answer.cancel(false)));
        open.clear();
    }

    /** The answer as a frame of this type; an error ends it with a {@link RefusedException}. */
    static <T extends ServerFrame> CompletableFuture<T> typed(CompletableFuture<JsonNode> answer, Class<T> type) {
        return answer.thenApply(json -> {
            ServerFrame frame = ServerFrames.read(json);
            if (frame instanceof ServerFrame.Error error) {
                throw new RefusedException(error);
            }
            return type.cast(frame);
        });
    }
}
