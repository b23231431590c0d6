package tidings.gateway.node;

import io.grpc.Status;
import jakarta.annotation.PreDestroy;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * All command nodes. A key's order of preference follows rendezvous hashing (Thaler and Ravishankar, 1998): when a node
 * goes, only its own keys move. Which node answers never changes the answer.
 */
@Component
public class CommandNodes {

    private final List<CommandNode> nodes;

    public CommandNodes(NodeProperties properties) {
        this.nodes = properties.nodes().stream()
                .map(address -> new CommandNode(address.strip(), properties.internalSecret()))
                .toList();
    }

    public List<CommandNode> all() {
        return nodes;
    }

    /** The nodes for a key, the preferred one first. */
    public List<CommandNode> preferred(String key) {
        if (nodes.size() == 1) {
            return nodes;
        }
        long keyHash = CommandNode.hash(key);
        return nodes.stream()
                .sorted(Comparator.comparingLong((CommandNode node) -> node.weight(keyHash))
                        .reversed())
                .toList();
    }

    /** Calls the preferred node, and the next one where a node cannot be reached. */
    public <T> CompletableFuture<T> call(String key, Function<CommandNode, CompletableFuture<T>> call) {
        return attempt(preferred(key), 0, call);
    }

    private static <T> CompletableFuture<T> attempt(
            List<CommandNode> order, int index, Function<CommandNode, CompletableFuture<T>> call) {
        CompletableFuture<T> answer = call.apply(order.get(index));
        if (index + 1 == order.size()) {
            return answer;
        }
        return answer.exceptionallyCompose(failure ->
                isUnavailable(failure) ? attempt(order, index + 1, call) : CompletableFuture.failedFuture(failure));
    }

    private static boolean isUnavailable(Throwable failure) {
        return Status.fromThrowable(failure).getCode() == Status.Code.UNAVAILABLE;
    }

    @PreDestroy
    void close() {
        nodes.forEach(CommandNode::close);
    }
}
