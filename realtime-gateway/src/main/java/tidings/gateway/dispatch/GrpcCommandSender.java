package tidings.gateway.dispatch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tidings.events.account.AccountId;
import tidings.gateway.frame.ClientFrame;
import tidings.gateway.frame.ErrorCode;
import tidings.gateway.health.Background;
import tidings.gateway.health.ReadinessCheck;
import tidings.gateway.node.CommandNode;
import tidings.gateway.node.CommandNodes;
import tidings.gateway.node.NodeProperties;

/**
 * One stream per command node. A channel's commands go to the first node of its order that is up; with none up the
 * answer is UNAVAILABLE at once.
 */
@Component
class GrpcCommandSender implements CommandSender, ReadinessCheck, SmartLifecycle {

    private static final long EXPIRY_INTERVAL_MS = 100;
    private static final long BUSY_RETRY_MS = 500;

    private final CommandNodes nodes;
    private final Map<CommandNode, NodeCommands> commands = new LinkedHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("command-streams").daemon().factory());
    private volatile boolean running;

    GrpcCommandSender(CommandNodes nodes, NodeProperties properties) {
        this.nodes = nodes;
        long timeoutMs = properties.commandTimeout().toMillis();
        for (CommandNode node : nodes.all()) {
            commands.put(node, new NodeCommands(node, timer, timeoutMs, properties.maxCommandsWaiting()));
        }
    }

    @Override
    public CompletableFuture<Outcome> send(AccountId actor, ClientFrame.Command command, Executor loop) {
        for (CommandNode node : nodes.preferred(command.channelId().toString())) {
            NodeCommands toNode = commands.get(node);
            if (toNode != null && toNode.isUp()) {
                CompletableFuture<Outcome> outcome = toNode.send(actor, command, loop);
                return outcome != null ? outcome : CompletableFuture.completedFuture(busy());
            }
        }
        return CompletableFuture.completedFuture(CommandMessages.unavailable("no command node can be reached"));
    }

    private static Outcome busy() {
        return new Outcome.Rejected(ErrorCode.BUSY, "too many commands are under way", BUSY_RETRY_MS);
    }

    @Override
    public String name() {
        return "commandStream";
    }

    @Override
    public boolean ready() {
        return commands.values().stream().anyMatch(NodeCommands::isUp);
    }

    @Override
    public void start() {
        running = true;
        commands.values().forEach(NodeCommands::open);
        for (NodeCommands node : commands.values()) {
            var unused = Background.every(timer, "the expiry of commands", node::expire, EXPIRY_INTERVAL_MS);
        }
    }

    @Override
    public void stop() {
        running = false;
        commands.values().forEach(NodeCommands::close);
        timer.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Opened before the sockets and closed after them. */
    @Override
    public int getPhase() {
        return 100;
    }
}
