package tidings.gateway.rehearsal;

import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import tidings.command.contract.CommandBatch;
import tidings.command.contract.CommandReply;
import tidings.command.contract.CommandStreamGrpc;
import tidings.command.contract.EventLogGrpc;
import tidings.command.contract.Membership;
import tidings.command.contract.ReadChannelReply;
import tidings.command.contract.ReadChannelRequest;
import tidings.command.contract.ReadEndedSessionsReply;
import tidings.command.contract.ReadEndedSessionsRequest;
import tidings.command.contract.ReadHeadsReply;
import tidings.command.contract.ReadHeadsRequest;
import tidings.command.contract.ReadMembershipsReply;
import tidings.command.contract.ReadMembershipsRequest;
import tidings.command.contract.ReplyBatch;
import tidings.command.contract.SessionsGrpc;
import tidings.events.channel.ChannelId;

/** Answers a rehearsing gateway over real gRPC on the loopback, as a command node would that accepts all it hears. */
final class StandInCommandNode implements AutoCloseable {

    private final Script script;
    private final Map<String, ChannelId> channelOf;
    private final Server server;

    StandInCommandNode(Cast cast, Script script) throws IOException {
        this.script = script;
        this.channelOf = cast.actors().stream()
                .collect(Collectors.toMap(actor -> actor.accountId().toString(), Cast.Actor::channelId));
        this.server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addService(commands())
                .addService(eventLog())
                .addService(sessions())
                .directExecutor()
                .build()
                .start();
    }

    String address() {
        return InetAddress.getLoopbackAddress().getHostAddress() + ":" + server.getPort();
    }

    private BindableService commands() {
        return new CommandStreamGrpc.CommandStreamImplBase() {
            @Override
            public StreamObserver<CommandBatch> execute(StreamObserver<ReplyBatch> replies) {
                return new Lines(script, replies);
            }
        };
    }

    private record Lines(Script script, StreamObserver<ReplyBatch> replies) implements StreamObserver<CommandBatch> {

        @Override
        public void onNext(CommandBatch batch) {
            ReplyBatch.Builder answer = ReplyBatch.newBuilder();
            batch.getRequestsList()
                    .forEach(request -> answer.addReplies(CommandReply.newBuilder()
                            .setRequestId(request.getRequestId())
                            .setAccepted(script.accept(request))));
            replies.onNext(answer.build());
        }

        @Override
        public void onError(Throwable failure) {}

        @Override
        public void onCompleted() {
            replies.onCompleted();
        }
    }

    private BindableService eventLog() {
        return new EventLogGrpc.EventLogImplBase() {
            @Override
            public void readMemberships(ReadMembershipsRequest request, StreamObserver<ReadMembershipsReply> reply) {
                ReadMembershipsReply.Builder answer = ReadMembershipsReply.newBuilder();
                ChannelId channelId = channelOf.get(request.getAccountId());
                if (channelId != null) {
                    answer.addMemberships(Membership.newBuilder()
                            .setChannelId(channelId.toString())
                            .setHeadSeq(script.head(channelId))
                            .setReadSeq(-1));
                }
                answer(reply, answer.build());
            }

            @Override
            public void readChannel(ReadChannelRequest request, StreamObserver<ReadChannelReply> reply) {
                answer(
                        reply,
                        ReadChannelReply.newBuilder()
                                .setHeadSeq(request.getAfterSeq())
                                .build());
            }

            @Override
            public void readHeads(ReadHeadsRequest request, StreamObserver<ReadHeadsReply> reply) {
                Map<String, Long> heads = request.getChannelIdsList().stream()
                        .collect(Collectors.toMap(Function.identity(), id -> script.head(ChannelId.parse(id))));
                answer(reply, ReadHeadsReply.newBuilder().putAllHeads(heads).build());
            }
        };
    }

    private static BindableService sessions() {
        return new SessionsGrpc.SessionsImplBase() {
            @Override
            public void readEndedSessions(
                    ReadEndedSessionsRequest request, StreamObserver<ReadEndedSessionsReply> reply) {
                answer(
                        reply,
                        ReadEndedSessionsReply.newBuilder()
                                .setNextSinceMs(request.getSinceMs())
                                .build());
            }
        };
    }

    private static <T> void answer(StreamObserver<T> to, T message) {
        to.onNext(message);
        to.onCompleted();
    }

    @Override
    public void close() {
        server.shutdownNow();
        try {
            server.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
