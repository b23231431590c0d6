package tidings.gateway.dispatch;

import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidings.command.contract.CommandBatch;
import tidings.command.contract.CommandStreamGrpc;
import tidings.command.contract.ReplyBatch;
import tidings.gateway.health.Background;
import tidings.gateway.node.CommandNode;

/** Keeps one command stream to one node open, and opens it again with backoff when it breaks. */
final class CommandConnection {

    private static final Logger LOG = LoggerFactory.getLogger(CommandConnection.class);
    private static final long MIN_BACKOFF_MS = 50;
    private static final long MAX_BACKOFF_MS = 1_000;

    /** What the owner of a connection hears, on gRPC's threads. */
    interface Listener {

        /** The stream takes more, for the first time or again. */
        void onWritable();

        void onReplies(ReplyBatch replies);

        /** The stream broke: what was sent and not answered has an unknown outcome. */
        void onBroken();
    }

    private final CommandNode node;
    private final ScheduledExecutorService timer;
    private final Listener listener;
    private volatile @Nullable ClientCallStreamObserver<CommandBatch> stream;
    private volatile boolean up;
    private volatile boolean closed;
    private long backoffMs = MIN_BACKOFF_MS;

    CommandConnection(CommandNode node, ScheduledExecutorService timer, Listener listener) {
        this.node = node;
        this.timer = timer;
        this.listener = listener;
    }

    void open() {
        if (!closed && !Background.run("the opening of a command stream", this::openNow)) {
            openLater();
        }
    }

    private void openNow() {
        node.reconnect();
        CommandStreamGrpc.newStub(node.channel()).execute(new Replies());
    }

    private void openLater() {
        long delay = backoffMs / 2 + ThreadLocalRandom.current().nextLong(backoffMs);
        backoffMs = Math.min(MAX_BACKOFF_MS, backoffMs * 2);
        timer.schedule(this::open, delay, TimeUnit.MILLISECONDS);
    }

    boolean isUp() {
        return up;
    }

    boolean isWritable() {
        ClientCallStreamObserver<CommandBatch> current = stream;
        return up && current != null && current.isReady();
    }

    /** Writes without blocking; the caller serialises its calls. */
    void write(CommandBatch batch) {
        ClientCallStreamObserver<CommandBatch> current = stream;
        if (current != null) {
            current.onNext(batch);
        }
    }

    /** Gives a stream up that answers no more; it is opened again on a connection of its own. */
    void abandon() {
        node.fellSilent();
        cancel("no replies");
    }

    private void cancel(String reason) {
        ClientCallStreamObserver<CommandBatch> current = stream;
        if (current != null) {
            current.cancel(reason, null);
        }
    }

    void close() {
        closed = true;
        cancel("closing");
    }

    private final class Replies implements ClientResponseObserver<CommandBatch, ReplyBatch> {

        @Override
        public void beforeStart(ClientCallStreamObserver<CommandBatch> requests) {
            stream = requests;
            requests.setOnReadyHandler(() -> {
                if (!up) {
                    up = true;
                    node.spoke();
                    backoffMs = MIN_BACKOFF_MS;
                    LOG.info("the command stream to {} is up", node.address());
                }
                listener.onWritable();
            });
        }

        @Override
        public void onNext(ReplyBatch replies) {
            listener.onReplies(replies);
        }

        @Override
        public void onError(Throwable failure) {
            broken(Status.fromThrowable(failure));
        }

        @Override
        public void onCompleted() {
            broken(Status.OK);
        }

        private void broken(Status status) {
            boolean wasUp = up;
            up = false;
            stream = null;
            Background.run("the end of a command stream", listener::onBroken);
            if (closed) {
                return;
            }
            if (wasUp) {
                LOG.warn(
                        "the command stream to {} broke: {} {}",
                        node.address(),
                        status.getCode(),
                        status.getDescription());
            }
            openLater();
        }
    }
}
