package tidings.command.stream;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidings.command.contract.CommandBatch;
import tidings.command.contract.CommandReply;
import tidings.command.contract.CommandRequest;
import tidings.command.contract.ReplyBatch;

/**
 * One gateway's stream of commands. Requests are begun in the order of their arrival; replies leave as they come, all
 * that are ready in one message. A gateway that does not read its replies is not read from either.
 */
final class CommandCall implements StreamObserver<CommandBatch> {

    private static final Logger LOG = LoggerFactory.getLogger(CommandCall.class);
    private static final int MAX_REPLIES_PER_BATCH = 500;

    private final ServerCallStreamObserver<ReplyBatch> gateway;
    private final CommandIntake intake;
    private final Executor writer;
    private final Consumer<CommandCall> ended;
    private final ConcurrentLinkedQueue<CommandReply> ready = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean flushing = new AtomicBoolean();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicBoolean paused = new AtomicBoolean();
    private volatile boolean ending;
    private boolean completed;

    /**
     * A stream that is not read yet.
     *
     * @param writer runs one task at a time
     */
    CommandCall(
            ServerCallStreamObserver<ReplyBatch> gateway,
            CommandIntake intake,
            Executor writer,
            Consumer<CommandCall> ended) {
        this.gateway = gateway;
        this.intake = intake;
        this.writer = writer;
        this.ended = ended;
    }

    void open() {
        gateway.disableAutoRequest();
        gateway.setOnReadyHandler(this::resume);
        gateway.setOnCancelHandler(() -> ended.accept(this));
        gateway.request(1);
    }

    @Override
    public void onNext(CommandBatch batch) {
        underWay.addAndGet(batch.getRequestsCount());
        for (CommandRequest request : batch.getRequestsList()) {
            intake.take(request, ending).thenAccept(this::reply);
        }
        paused.set(true);
        if (gateway.isReady()) {
            resume();
        }
    }

    @Override
    public void onError(Throwable failure) {
        LOG.debug("a command stream broke: {}", failure.toString());
        ended.accept(this);
    }

    @Override
    public void onCompleted() {
        drain();
    }

    /** Begins nothing more; the stream ends when all that is under way has been answered. */
    void drain() {
        ending = true;
        scheduleFlush();
    }

    private void resume() {
        if (paused.compareAndSet(true, false)) {
            gateway.request(1);
        }
    }

    private void reply(CommandReply reply) {
        ready.add(reply);
        scheduleFlush();
    }

    private void scheduleFlush() {
        if (flushing.compareAndSet(false, true)) {
            writer.execute(this::flush);
        }
    }

    private void flush() {
        flushing.set(false);
        if (completed || gateway.isCancelled()) {
            return;
        }
        ReplyBatch.Builder batch = ReplyBatch.newBuilder();
        for (CommandReply reply = ready.poll(); reply != null; reply = ready.poll()) {
            batch.addReplies(reply);
            if (batch.getRepliesCount() == MAX_REPLIES_PER_BATCH) {
                send(batch.build());
                batch = ReplyBatch.newBuilder();
            }
        }
        if (batch.getRepliesCount() > 0) {
            send(batch.build());
        }
        if (ending && underWay.get() == 0 && ready.isEmpty()) {
            completed = true;
            gateway.onCompleted();
            ended.accept(this);
        }
    }

    private void send(ReplyBatch batch) {
        gateway.onNext(batch);
        underWay.addAndGet(-batch.getRepliesCount());
    }
}
