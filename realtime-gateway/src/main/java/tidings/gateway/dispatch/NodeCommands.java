package tidings.gateway.dispatch;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tidings.command.contract.CommandBatch;
import tidings.command.contract.CommandReply;
import tidings.command.contract.CommandRequest;
import tidings.command.contract.ReplyBatch;
import tidings.events.account.AccountId;
import tidings.gateway.frame.ClientFrame;
import tidings.gateway.health.Background;
import tidings.gateway.node.CommandNode;

/** The commands under way to one node: queued, written in batches, matched with their replies, given up in time. */
final class NodeCommands implements CommandConnection.Listener {

    private static final int MAX_BATCH = 512;

    private record Waiting(CompletableFuture<Outcome> outcome, long deadlineNanos) {}

    private final CommandConnection connection;
    private final long timeoutMs;
    private final int maxWaiting;
    private final ConcurrentHashMap<Long, Waiting> waiting = new ConcurrentHashMap<>();
    private final Queue<CommandRequest> queue = new ConcurrentLinkedQueue<>();
    private final AtomicLong nextRequestId = new AtomicLong();
    private final AtomicBoolean drainScheduled = new AtomicBoolean();
    private final Object writeLock = new Object();
    private volatile long lastReplyNanos = System.nanoTime();

    NodeCommands(CommandNode node, ScheduledExecutorService timer, long timeoutMs, int maxWaiting) {
        this.timeoutMs = timeoutMs;
        this.maxWaiting = maxWaiting;
        this.connection = new CommandConnection(node, timer, this);
    }

    void open() {
        connection.open();
    }

    boolean isUp() {
        return connection.isUp();
    }

    int waiting() {
        return waiting.size();
    }

    /** Null when too many commands wait already. */
    @Nullable CompletableFuture<Outcome> send(AccountId actor, ClientFrame.Command command, Executor loop) {
        if (waiting.size() >= maxWaiting) {
            return null;
        }
        long id = nextRequestId.incrementAndGet();
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        waiting.put(id, new Waiting(outcome, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMs)));
        queue.add(CommandMessages.request(id, (int) timeoutMs, actor, command));
        if (drainScheduled.compareAndSet(false, true)) {
            loop.execute(this::drain);
        }
        if (!connection.isUp()) {
            onBroken();
        }
        return outcome;
    }

    private void drain() {
        drainScheduled.set(false);
        synchronized (writeLock) {
            while (!queue.isEmpty() && connection.isWritable()) {
                CommandBatch.Builder batch = CommandBatch.newBuilder();
                for (int i = 0; i < MAX_BATCH; i++) {
                    CommandRequest request = queue.poll();
                    if (request == null) {
                        break;
                    }
                    batch.addRequests(request);
                }
                connection.write(batch.build());
            }
        }
    }

    @Override
    public void onWritable() {
        drain();
    }

    @Override
    public void onReplies(ReplyBatch replies) {
        lastReplyNanos = System.nanoTime();
        for (CommandReply reply : replies.getRepliesList()) {
            Waiting command = waiting.remove(reply.getRequestId());
            if (command != null) {
                // one reply that cannot be read must not take the others with it
                if (!Background.run("a reply", () -> command.outcome().complete(CommandMessages.outcome(reply)))) {
                    command.outcome().complete(CommandMessages.unavailable("the answer could not be read"));
                }
            }
        }
    }

    @Override
    public void onBroken() {
        queue.clear();
        waiting.keySet().forEach(id -> {
            Waiting command = waiting.remove(id);
            if (command != null) {
                command.outcome().complete(CommandMessages.unavailable("the command node went away"));
            }
        });
    }

    /** Called regularly: gives up overdue commands, and a stream that has stopped answering altogether. */
    void expire() {
        long now = System.nanoTime();
        boolean overdue = false;
        for (var entry : waiting.entrySet()) {
            if (entry.getValue().deadlineNanos() - now < 0 && waiting.remove(entry.getKey(), entry.getValue())) {
                overdue = true;
                entry.getValue().outcome().complete(CommandMessages.unavailable("no answer in time"));
            }
        }
        if (overdue && now - lastReplyNanos > TimeUnit.MILLISECONDS.toNanos(timeoutMs)) {
            connection.abandon();
        }
    }

    void close() {
        connection.close();
    }
}
