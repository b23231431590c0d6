package tidings.gateway.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tidings.access.Identity;
import tidings.gateway.frame.CloseCode;
import tidings.gateway.frame.ServerFrame;
import tidings.gateway.health.Background;
import tidings.gateway.hub.HubShard;
import tidings.gateway.limits.ClientAddress;

/** All sessions of one event loop, and one clock for all of them instead of timers each. Confined to that loop. */
public final class SessionShard {

    private static final long TICK_MS = 500;
    private static final long REFRESH_SPREAD_MS = 3_000;

    private final ScheduledExecutorService loop;
    private final HubShard hubs;
    private final SessionServices services;
    private final Users users;
    private final AccountFeeds feeds;
    private final Set<Session> sessions = new HashSet<>();

    public SessionShard(ScheduledExecutorService loop, HubShard hubs, SessionServices services, Users users) {
        this.loop = loop;
        this.hubs = hubs;
        this.services = services;
        this.users = users;
        this.feeds = new AccountFeeds(loop, services.broker());
        services.broker().onInterruption(() -> loop.execute(this::refreshMemberships));
        services.endedSessions().onEnded(ended -> loop.execute(() -> onEnded(ended)));
        var unused = Background.every(loop, "the sessions' clock", this::tick, TICK_MS);
    }

    /** Opens a session for a socket whose upgrade is done; {@code identity} is null until a hello brings a token. */
    public Session open(Outbound outbound, @Nullable Identity identity, ClientAddress address) {
        Session session = new Session(this, outbound, address);
        sessions.add(session);
        session.start(identity);
        return session;
    }

    void closed(Session session) {
        sessions.remove(session);
    }

    /** Tells every client to reconnect elsewhere, each at its own moment within {@code spreadMs}. */
    public void announceDraining(long spreadMs) {
        sessions.forEach(session -> session.outbound()
                .write(new ServerFrame.Draining(ThreadLocalRandom.current().nextLong(spreadMs))));
    }

    public void closeAll(CloseCode code) {
        List.copyOf(sessions).forEach(session -> session.outbound().close(code));
    }

    public int size() {
        return sessions.size();
    }

    private void tick() {
        long now = nowMs();
        for (Session session : new ArrayList<>(sessions)) {
            session.guard(() -> session.tick(now));
        }
    }

    /** Broadcasts may have been lost: a session whose account joined a channel meanwhile learns it now. */
    private void refreshMemberships() {
        sessions.forEach(session -> schedule(
                session::refreshMemberships, ThreadLocalRandom.current().nextLong(REFRESH_SPREAD_MS)));
    }

    private void onEnded(Set<String> sessionIds) {
        List.copyOf(sessions).forEach(session -> session.guard(() -> session.onEnded(sessionIds)));
    }

    long nowMs() {
        return services.clock().millis();
    }

    void schedule(Runnable task, long delayMs) {
        Runnable guarded = () -> Background.run("a session's task", task);
        var unused = loop.schedule(guarded, delayMs, TimeUnit.MILLISECONDS);
    }

    ScheduledExecutorService loop() {
        return loop;
    }

    HubShard hubs() {
        return hubs;
    }

    SessionServices services() {
        return services;
    }

    Users users() {
        return users;
    }

    AccountFeeds feeds() {
        return feeds;
    }
}
