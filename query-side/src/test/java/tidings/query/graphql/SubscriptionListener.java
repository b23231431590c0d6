package tidings.query.graphql;

import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Collects what the server says on one socket of subscriptions. */
final class SubscriptionListener implements WebSocket.Listener {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<JsonNode> messages = new CopyOnWriteArrayList<>();
    private final StringBuilder partial = new StringBuilder();
    volatile @Nullable Integer closed;

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            messages.add(JSON.readTree(partial.toString()));
            partial.setLength(0);
        }
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        closed = code;
        return null;
    }

    List<String> types() {
        return messages.stream().map(message -> message.get("type").asString()).toList();
    }

    /** All that was said. */
    String text() {
        return messages.toString();
    }

    List<Integer> seqs() {
        return messages.stream()
                .filter(message -> message.get("type").asString().equals("next"))
                .map(message -> message.at("/payload/data/channelEvents/seq").asInt())
                .toList();
    }
}
