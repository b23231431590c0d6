package tidings.command.rehearsal;

import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tidings.command.contract.CommandBatch;
import tidings.command.contract.CommandReply;
import tidings.command.contract.CommandRequest;
import tidings.command.contract.CommandStreamGrpc;
import tidings.command.contract.PostMessage;
import tidings.command.contract.ReplyBatch;
import tidings.command.ids.IdFactory;
import tidings.command.stream.StreamServer;

/** The gateway of the rehearsal: keeps so many messages under way on one command stream, and ends at the first failure. */
final class Caller implements StreamObserver<ReplyBatch>, AutoCloseable {

    private static final int UNDER_WAY = 200;
    private static final int TIMEOUT_MILLIS = 30_000;
    private static final int FAREWELL_MILLIS = 500;
    private static final String BODY = "Es wird geprobt: nobody will ever read this, for it is here to be decided,"
            + " written, committed and forgotten. №";

    private final IdFactory ids;
    private final ManagedChannel wire;
    private final StreamObserver<CommandBatch> requests;
    private final Semaphore room = new Semaphore(UNDER_WAY);
    private final AtomicLong accepted = new AtomicLong();
    private volatile @Nullable String failure;
    private long sent;

    Caller(int port, String secret, IdFactory ids) {
        this.ids = ids;
        Metadata headers = new Metadata();
        headers.put(StreamServer.SECRET, secret);
        this.wire = NettyChannelBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .usePlaintext()
                .directExecutor()
                .intercept(MetadataUtils.newAttachHeadersInterceptor(headers))
                .build();
        this.requests = CommandStreamGrpc.newStub(wire).execute(this);
    }

    /**
     * Sends until the time is over, and waits for the last answers.
     *
     * @return how many messages were accepted
     */
    long send(List<Room> rooms, Duration lasts) throws InterruptedException {
        long deadlineNanos = System.nanoTime() + lasts.toNanos();
        for (long left = left(deadlineNanos); left > 0 && failure == null; left = left(deadlineNanos)) {
            if (room.tryAcquire(left, TimeUnit.NANOSECONDS)) {
                requests.onNext(batch(rooms, 1 + room.drainPermits()));
            }
        }
        boolean answered = room.tryAcquire(UNDER_WAY, 1, TimeUnit.SECONDS);
        if (failure != null || !answered) {
            throw new IllegalStateException("a message was not accepted: " + (answered ? failure : "no answer"));
        }
        requests.onCompleted();
        return accepted.get();
    }

    private static long left(long deadlineNanos) {
        return deadlineNanos - System.nanoTime();
    }

    private CommandBatch batch(List<Room> rooms, int size) {
        CommandBatch.Builder batch = CommandBatch.newBuilder();
        for (int i = 0; i < size; i++) {
            long number = sent++;
            Room where = rooms.get((int) (number % rooms.size()));
            int turn = (int) (number / rooms.size() % where.members().size());
            batch.addRequests(CommandRequest.newBuilder()
                    .setRequestId(number)
                    .setTimeoutMs(TIMEOUT_MILLIS)
                    .setActorId(where.members().get(turn).toString())
                    .setChannelId(where.id().toString())
                    .setPostMessage(PostMessage.newBuilder()
                            .setClientMessageId(ids.next().toString())
                            .setBody(BODY + number)));
        }
        return batch.build();
    }

    @Override
    public void onNext(ReplyBatch batch) {
        for (CommandReply reply : batch.getRepliesList()) {
            if (reply.hasAccepted()) {
                accepted.incrementAndGet();
            } else if (failure == null) {
                failure = reply.getRejected().getMessage();
            }
        }
        room.release(batch.getRepliesCount());
    }

    @Override
    public void onError(Throwable broken) {
        failure = failure == null ? broken.toString() : failure;
        room.release(UNDER_WAY);
    }

    @Override
    public void onCompleted() {
        // asked for at the end
    }

    @Override
    public void close() {
        wire.shutdown();
        try {
            wire.awaitTermination(failure == null ? FAREWELL_MILLIS : 0, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        wire.shutdownNow();
    }
}
