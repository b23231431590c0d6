package tidings.gateway.session;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tidings.access.Authentication;
import tidings.access.Identity;
import tidings.gateway.eventlog.Membership;
import tidings.gateway.eventlog.SessionEndedException;
import tidings.gateway.frame.ClientFrame;
import tidings.gateway.frame.ClientFrameReader;
import tidings.gateway.frame.CloseCode;
import tidings.gateway.frame.ErrorCode;
import tidings.gateway.frame.ServerFrame;

/**
 * The hello of a session: who it is, then all channels of the user. Frames that come while a hello is being answered
 * wait for it, so that a client need not wait itself. A later hello with a fresh token of the same user prolongs the
 * session. Confined to the session's event loop.
 */
final class Handshake {

    private static final int MAX_HELD_BACK = 256;
    private static final long RETRY_MS = 1_000;
    private static final long FEED_PATIENCE_MS = 500;

    private final Session session;
    private final SessionShard shard;
    private final SessionChannels channels;
    private @Nullable Queue<ClientFrame> heldBack;
    private CompletableFuture<Void> feed = CompletableFuture.completedFuture(null);
    private boolean done;

    Handshake(Session session, SessionShard shard, SessionChannels channels) {
        this.session = session;
        this.shard = shard;
        this.channels = channels;
    }

    /** The account's feed was opened; its confirmation comes. */
    void opened(CompletableFuture<Void> confirmation) {
        feed = confirmation;
    }

    boolean isDone() {
        return done;
    }

    /** Whether a hello came that is not answered yet. */
    boolean isUnderWay() {
        return heldBack != null;
    }

    /** Keeps a frame until the hello is answered; whether it did. */
    boolean holdBack(ClientFrame frame) {
        if (heldBack == null) {
            return false;
        }
        if (heldBack.size() >= MAX_HELD_BACK) {
            session.error(frame.ref(), ErrorCode.BUSY, "the hello is not answered yet", RETRY_MS);
        } else {
            heldBack.add(frame);
        }
        return true;
    }

    void onHello(ClientFrame.Hello hello) {
        if (hello.token() != null) {
            heldBack = new ArrayDeque<>();
            var unused = shard.services()
                    .authenticator()
                    .checkToken(hello.token())
                    .thenAcceptAsync(answer -> onAuthentication(hello, answer), shard.loop());
        } else if (session.identity() == null) {
            session.error(hello.ref(), ErrorCode.UNAUTHENTICATED, "the hello has no token", 0);
        } else {
            heldBack = new ArrayDeque<>();
            readMemberships(hello, session.identity());
        }
    }

    private void onAuthentication(ClientFrame.Hello hello, Authentication answer) {
        if (session.isClosed()) {
            return;
        }
        switch (answer) {
            case Authentication.Granted granted -> {
                if (session.identify(granted.identity())) {
                    readMemberships(hello, granted.identity());
                } else {
                    refuse(hello, ErrorCode.FORBIDDEN, "this socket cannot act for that user", 0);
                }
            }
            case Authentication.Denied denied -> {
                refuse(hello, ErrorCode.UNAUTHENTICATED, denied.reason(), 0);
                session.outbound().close(CloseCode.UNAUTHENTICATED);
            }
            case Authentication.InsufficientScope missing -> {
                refuse(hello, ErrorCode.FORBIDDEN, missing.reason(), 0);
                session.outbound().close(CloseCode.FORBIDDEN);
            }
            case Authentication.Undecided undecided ->
                refuse(hello, ErrorCode.UNAVAILABLE, undecided.reason(), RETRY_MS);
        }
    }

    /** First the feed, then the memberships: a channel joined in between is heard of in at least one way. */
    private void readMemberships(ClientFrame.Hello hello, Identity identity) {
        var unused = heardOfSoon()
                .thenComposeAsync(
                        ready -> shard.services().log().readMemberships(identity.accountId(), identity.sessionId()),
                        shard.loop())
                .whenCompleteAsync(
                        (memberships, failure) -> onMemberships(hello, identity, memberships, failure), shard.loop());
    }

    /** Completes once the feed is confirmed, or without it; the patience is this loop's, no other thread's. */
    private CompletableFuture<Boolean> heardOfSoon() {
        CompletableFuture<Boolean> ready = feed.thenApply(confirmed -> true);
        if (!ready.isDone()) {
            shard.schedule(() -> ready.complete(false), FEED_PATIENCE_MS);
        }
        return ready;
    }

    private void onMemberships(
            ClientFrame.Hello hello,
            Identity identity,
            @Nullable List<Membership> memberships,
            @Nullable Throwable failure) {
        if (session.isClosed()) {
            return;
        }
        if (failure != null && SessionEndedException.isCauseOf(failure)) {
            refuse(hello, ErrorCode.UNAUTHENTICATED, "the session has ended", 0);
            session.outbound().close(CloseCode.UNAUTHENTICATED);
            return;
        }
        if (memberships == null) {
            refuse(hello, ErrorCode.UNAVAILABLE, "the channels could not be looked up", RETRY_MS);
            return;
        }
        session.write(welcome(hello, identity, memberships));
        done = true;
        channels.openAll(memberships, hello.resume());
        shard.services()
                .presence()
                .arrived(
                        session, memberships.stream().map(Membership::channelId).toList());
        release();
    }

    private ServerFrame.Welcome welcome(ClientFrame.Hello hello, Identity identity, List<Membership> memberships) {
        SessionProperties properties = shard.services().properties();
        return new ServerFrame.Welcome(
                hello.ref(),
                identity.sessionId(),
                identity.accountId(),
                properties.heartbeat().toMillis(),
                new ServerFrame.Limits(
                        ClientFrameReader.MAX_FRAME_BYTES,
                        ClientFrameReader.MAX_BODY_CHARS,
                        shard.services().limits().userSendsPerSecond()),
                memberships.stream()
                        .map(m -> new ServerFrame.ChannelState(m.channelId(), m.headSeq(), m.readSeq()))
                        .toList());
    }

    private void refuse(ClientFrame.Hello hello, ErrorCode code, String message, long retryAfterMs) {
        session.error(hello.ref(), code, message, retryAfterMs);
        release();
    }

    private void release() {
        Queue<ClientFrame> frames = heldBack;
        heldBack = null;
        while (frames != null && !frames.isEmpty()) {
            ClientFrame frame = frames.remove();
            if (!holdBack(frame)) {
                session.onFrame(frame);
            }
        }
    }
}
