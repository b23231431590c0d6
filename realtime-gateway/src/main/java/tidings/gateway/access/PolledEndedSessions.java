package tidings.gateway.access;

import jakarta.annotation.PreDestroy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tidings.command.contract.ReadEndedSessionsReply;
import tidings.command.contract.ReadEndedSessionsRequest;
import tidings.command.contract.SessionsGrpc;
import tidings.events.account.AccountId;
import tidings.gateway.health.Background;
import tidings.gateway.node.CommandNodes;
import tidings.gateway.node.NodeProperties;
import tidings.gateway.node.UnaryCall;

/** Asks the command side every two seconds, in one small call for all sockets. */
@Component
class PolledEndedSessions implements SessionEnds {

    private static final Logger LOG = LoggerFactory.getLogger(PolledEndedSessions.class);
    private static final long INTERVAL_MS = 2_000;
    private static final int MAX_KNOWN = 200_000;

    private final CommandNodes nodes;
    private final long timeoutMs;
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final Queue<String> byAge = new ArrayDeque<>();
    private final List<Consumer<Set<String>>> listeners = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("ended-sessions").daemon().factory());
    private long sinceMs;
    private boolean asking;

    PolledEndedSessions(CommandNodes nodes, NodeProperties properties) {
        this.nodes = nodes;
        this.timeoutMs = properties.readTimeout().toMillis();
        timer.execute(() -> Background.run("ended sessions", this::ask));
        var unused = Background.every(timer, "ended sessions", this::ask, INTERVAL_MS);
    }

    @Override
    public boolean isEnded(AccountId accountId, String sessionId) {
        return known.contains(sessionId);
    }

    @Override
    public void onEnded(Consumer<Set<String>> listener) {
        listeners.add(listener);
    }

    private void ask() {
        if (asking) {
            return;
        }
        asking = true;
        ReadEndedSessionsRequest request =
                ReadEndedSessionsRequest.newBuilder().setSinceMs(sinceMs).build();
        var unused = Background.start(() -> nodes.call(
                        "sessions",
                        node -> UnaryCall.<ReadEndedSessionsReply>start(reply -> SessionsGrpc.newStub(node.channel())
                                .withDeadlineAfter(timeoutMs, TimeUnit.MILLISECONDS)
                                .readEndedSessions(request, reply))))
                .whenCompleteAsync(
                        (reply, failure) -> {
                            asking = false;
                            if (failure == null) {
                                Background.run("ended sessions", () -> onAnswer(reply));
                            } else {
                                LOG.debug("It is unknown which sessions ended; asking again", failure);
                            }
                        },
                        timer);
    }

    private void onAnswer(ReadEndedSessionsReply reply) {
        boolean more = reply.getNextSinceMs() > sinceMs && reply.getSessionIdsCount() >= 1_000;
        sinceMs = Math.max(sinceMs, reply.getNextSinceMs());
        List<String> fresh = new ArrayList<>();
        for (String sessionId : reply.getSessionIdsList()) {
            if (remember(sessionId)) {
                fresh.add(sessionId);
            }
        }
        if (!fresh.isEmpty()) {
            Set<String> ended = new HashSet<>(fresh);
            listeners.forEach(listener -> Background.run("ended sessions", () -> listener.accept(ended)));
        }
        if (more) {
            ask();
        }
    }

    private boolean remember(String sessionId) {
        if (!known.add(sessionId)) {
            return false;
        }
        byAge.add(sessionId);
        if (byAge.size() > MAX_KNOWN) {
            known.remove(byAge.remove());
        }
        return true;
    }

    @PreDestroy
    void close() {
        timer.shutdownNow();
    }
}
