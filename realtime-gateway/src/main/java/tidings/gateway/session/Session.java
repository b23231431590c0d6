package tidings.gateway.session;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import tidings.access.Identity;
import tidings.events.account.AccountId;
import tidings.gateway.fanout.Broadcast;
import tidings.gateway.frame.ClientFrame;
import tidings.gateway.frame.CloseCode;
import tidings.gateway.frame.EncodedFrame;
import tidings.gateway.frame.ErrorCode;
import tidings.gateway.frame.Parsed;
import tidings.gateway.frame.ServerFrame;
import tidings.gateway.health.Background;
import tidings.gateway.hub.Subscriber;
import tidings.gateway.hub.Subscription;
import tidings.gateway.limits.ClientAddress;
import tidings.gateway.presence.Device;

/** One client's conversation. Confined to the event loop of its socket: every call must come from there. */
public final class Session implements Subscriber, Device {

    private final SessionShard shard;
    private final ClientAddress address;
    private final Outbound outbound;
    private final SessionChannels channels;
    private final SessionReads reads;
    private final SessionCommands commands;
    private final SessionSignals signals;
    private final Handshake handshake;
    private final SessionMemberships memberships;
    private final Lifetime lifetime;
    private final FrameRate rate = new FrameRate();
    private @Nullable Identity identity;
    private boolean admitted;
    private boolean closed;

    Session(SessionShard shard, Outbound outbound, ClientAddress address) {
        this.shard = shard;
        this.address = address;
        this.outbound = outbound;
        this.channels = new SessionChannels(this, shard);
        this.reads = new SessionReads(
                this, shard, channels, ThreadLocalRandom.current().nextLong());
        this.commands = new SessionCommands(this, shard, reads);
        this.signals = new SessionSignals(this, channels, shard.services());
        this.handshake = new Handshake(this, shard, channels);
        this.memberships = new SessionMemberships(this, shard, handshake, channels, reads);
        this.lifetime = new Lifetime(shard.services().properties(), shard.nowMs());
    }

    void start(@Nullable Identity identified) {
        admitted = shard.services().limits().connected(address);
        if (!admitted) {
            outbound.close(CloseCode.TOO_MANY_CONNECTIONS);
        } else if (identified != null) {
            identify(identified);
        }
    }

    /** Anything came from the client, if only a pong. */
    public void heard() {
        lifetime.heard(shard.nowMs());
    }

    /** A text message came. */
    public void onMessage(Parsed message) {
        if (closed) {
            return;
        }
        long waitMs = rate.take(identity == null && !handshake.isUnderWay(), System.nanoTime());
        if (waitMs == FrameRate.CUT_OFF) {
            outbound.close(CloseCode.POLICY_VIOLATION);
        } else if (waitMs > 0) {
            error(message.ref(), ErrorCode.RATE_LIMITED, "too many frames at once", waitMs);
        } else {
            switch (message) {
                case Parsed.Invalid invalid -> error(invalid.ref(), invalid.code(), invalid.message(), 0);
                case Parsed.Valid valid -> {
                    if (!handshake.holdBack(valid.frame())) {
                        onFrame(valid.frame());
                    }
                }
            }
        }
    }

    /** Does something for this session; a fault of this server ends the session and nothing else. */
    void guard(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            broken(e);
        }
    }

    @Override
    public void broken(Throwable failure) {
        Background.failed("a session", failure);
        outbound.close(CloseCode.INTERNAL_ERROR);
    }

    void onFrame(ClientFrame frame) {
        if (closed) {
            return;
        }
        switch (frame) {
            case ClientFrame.Hello hello -> handshake.onHello(hello);
            case ClientFrame.Ping ping -> write(new ServerFrame.Pong(ping.ref()));
            default -> onAuthenticatedFrame(frame);
        }
    }

    private void onAuthenticatedFrame(ClientFrame frame) {
        Identity who = identity;
        if (who == null) {
            error(frame.ref(), ErrorCode.UNAUTHENTICATED, "say hello with a token first", 0);
            return;
        }
        memberships.checkSessionOnce();
        AccountId accountId = who.accountId();
        switch (frame) {
            case ClientFrame.Command command -> commands.send(command, accountId);
            case ClientFrame.Subscribe subscribe -> channels.subscribe(subscribe, accountId);
            case ClientFrame.Unsubscribe unsubscribe -> channels.unsubscribe(unsubscribe);
            case ClientFrame.Typing typing -> signals.typing(typing, accountId);
            case ClientFrame.Presence presence -> signals.presence(presence);
            case ClientFrame.Hello ignored -> throw new IllegalStateException("handled before");
            case ClientFrame.Ping ignored -> throw new IllegalStateException("handled before");
        }
    }

    /** Whether the session may act for that identity; closes the socket where it has ended or the user has too many. */
    boolean identify(Identity granted) {
        if (shard.services().endedSessions().isEnded(granted.accountId(), granted.sessionId())) {
            outbound.close(CloseCode.UNAUTHENTICATED);
            return false;
        }
        Identity current = identity;
        if (current != null) {
            if (!current.accountId().equals(granted.accountId())) {
                return false;
            }
            identity = granted;
            return true;
        }
        if (!shard.users().connect(granted.accountId())) {
            outbound.close(CloseCode.TOO_MANY_CONNECTIONS);
            return false;
        }
        identity = granted;
        handshake.opened(shard.feeds().open(granted.accountId(), this));
        return true;
    }

    void onAccountBroadcast(Broadcast broadcast) {
        switch (broadcast) {
            case Broadcast.Joined joined -> {
                if (handshake.isDone()) {
                    channels.joined(joined.channelId(), joined.seq());
                }
            }
            case Broadcast.SessionEnded ended -> onEnded(Set.of(ended.sessionId()));
            case Broadcast.Read read -> {
                if (handshake.isDone()) {
                    reads.onOtherDevice(read);
                }
            }
            case Broadcast.Gossip ignored -> {}
            case Broadcast.Recorded ignored -> {}
            case Broadcast.Signal ignored -> {}
        }
    }

    void onEnded(Set<String> sessionIds) {
        if (identity != null && sessionIds.contains(identity.sessionId())) {
            outbound.close(CloseCode.UNAUTHENTICATED);
        }
    }

    void refreshMemberships() {
        memberships.refresh();
    }

    void tick(long nowMs) {
        CloseCode end = lifetime.end(nowMs, identity);
        if (end != null) {
            outbound.close(end);
        } else if (lifetime.pingIsDue(nowMs)) {
            outbound.ping();
        }
        if (end == null && lifetime.sweepIsDue(nowMs)) {
            refreshMemberships();
        }
    }

    /** The socket is gone. */
    public void onClosed() {
        if (closed) {
            return;
        }
        closed = true;
        channels.closeAll();
        if (admitted) {
            shard.services().limits().disconnected(address);
        }
        if (identity != null) {
            shard.services().presence().gone(this);
            shard.feeds().close(identity.accountId(), this);
            shard.users().disconnect(identity.accountId());
        }
        shard.closed(this);
    }

    boolean isClosed() {
        return closed;
    }

    @Nullable Identity identity() {
        return identity;
    }

    ClientAddress address() {
        return address;
    }

    Outbound outbound() {
        return outbound;
    }

    void write(ServerFrame frame) {
        if (!closed) {
            outbound.write(frame);
        }
    }

    void error(@Nullable String ref, ErrorCode code, String message, long retryAfterMs) {
        write(new ServerFrame.Error(ref, code, message, retryAfterMs));
    }

    @Override
    public AccountId accountId() {
        return Objects.requireNonNull(identity, "only identified sessions subscribe")
                .accountId();
    }

    @Override
    public void deliver(ServerFrame.Event event) {
        outbound.write(event);
    }

    @Override
    public void relay(EncodedFrame frame) {
        outbound.relay(frame);
    }

    @Override
    public void show(List<EncodedFrame> frames) {
        shard.loop().execute(() -> {
            if (!closed) {
                frames.forEach(outbound::relay);
            }
        });
    }

    @Override
    public boolean congested() {
        return outbound.congested();
    }

    @Override
    public void whenSent(Runnable task) {
        outbound.whenSent(() -> guard(task));
    }

    @Override
    public void rewound(Subscription subscription, long head) {
        write(new ServerFrame.Reset(subscription.channelId(), head));
    }

    @Override
    public void left(Subscription subscription) {
        channels.left(subscription);
    }
}
