package tidings.gateway.node;

import jakarta.annotation.PreDestroy;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import tidings.gateway.loop.EventLoops;

/**
 * All command nodes. A key's order of preference follows rendezvous hashing (Thaler and Ravishankar, 1998): when a node
 * goes, only its own keys move. Which node answers never changes the answer.
 */
@Component
public class CommandNodes {

    private final List<CommandNode> nodes;

    public CommandNodes(NodeProperties properties, EventLoops loops) {
        this.nodes = properties.nodes().stream()
                .map(address -> new CommandNode(address.strip(), properties.internalSecret(), loops))
                .toList();
    }

    public List<CommandNode> all() {
        return nodes;
    }

    /** The nodes for a key, the preferred one first; those that have fallen silent last. */
    public List<CommandNode> preferred(String key) {
        if (nodes.size() == 1) {
            return nodes;
        }
        long keyHash = CommandNode.hash(key);
        return nodes.stream()
                .sorted(Comparator.comparing(CommandNode::isSilent)
                        .thenComparing(Comparator.comparingLong((CommandNode node) -> node.weight(keyHash))
                                .reversed()))
                .toList();
    }

    /** Calls the preferred node, and the next one where a node cannot be reached or does not answer. */
    public <T> CompletableFuture<T> call(String key, Function<CommandNode, CompletableFuture<T>> call) {
        return Failover.call(preferred(key), call);
    }

    @PreDestroy
    void close() {
        nodes.forEach(CommandNode::close);
    }
}
