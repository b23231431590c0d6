package tidings.command.stream;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import tidings.command.contract.CommandBatch;
import tidings.command.contract.CommandStreamGrpc;
import tidings.command.contract.ReplyBatch;

/** The command streams that are open. */
final class CommandStreamService extends CommandStreamGrpc.CommandStreamImplBase {

    private final CommandIntake intake;
    private final Executor writer;
    private final Set<CommandCall> calls = ConcurrentHashMap.newKeySet();
    private volatile boolean draining;

    CommandStreamService(CommandIntake intake, Executor writer) {
        this.intake = intake;
        this.writer = writer;
    }

    @Override
    public StreamObserver<CommandBatch> execute(StreamObserver<ReplyBatch> replies) {
        CommandCall call =
                new CommandCall((ServerCallStreamObserver<ReplyBatch>) replies, intake, writer, calls::remove);
        calls.add(call);
        call.open();
        if (draining) {
            call.drain();
        }
        return call;
    }

    void drain() {
        draining = true;
        calls.forEach(CommandCall::drain);
    }
}
