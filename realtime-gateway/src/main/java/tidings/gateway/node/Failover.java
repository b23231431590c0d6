package tidings.gateway.node;

import io.grpc.Status;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Calls one node after the other until one answers. */
final class Failover {

    private Failover() {}

    /** @param order the nodes, the first to be called first; at least one */
    static <T> CompletableFuture<T> call(List<CommandNode> order, Function<CommandNode, CompletableFuture<T>> call) {
        return attempt(order, 0, call);
    }

    private static <T> CompletableFuture<T> attempt(
            List<CommandNode> order, int index, Function<CommandNode, CompletableFuture<T>> call) {
        CompletableFuture<T> answer = call.apply(order.get(index));
        if (index + 1 == order.size()) {
            return answer;
        }
        return answer.exceptionallyCompose(failure ->
                isOfTheNode(failure) ? attempt(order, index + 1, call) : CompletableFuture.failedFuture(failure));
    }

    /** A node that stands still keeps its connections, and no call fails with UNAVAILABLE. */
    private static boolean isOfTheNode(Throwable failure) {
        Status.Code code = Status.fromThrowable(failure).getCode();
        return code == Status.Code.UNAVAILABLE || code == Status.Code.DEADLINE_EXCEEDED;
    }
}
