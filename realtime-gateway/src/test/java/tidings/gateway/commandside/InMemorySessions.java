package tidings.gateway.commandside;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.time.Instant;
import tidings.command.contract.ReadEndedSessionsReply;
import tidings.command.contract.ReadEndedSessionsRequest;
import tidings.command.contract.RedeemTicketReply;
import tidings.command.contract.RedeemTicketRequest;
import tidings.command.contract.SessionsGrpc;

final class InMemorySessions extends SessionsGrpc.SessionsImplBase {

    private final ChannelLog log;

    InMemorySessions(ChannelLog log) {
        this.log = log;
    }

    @Override
    public void readEndedSessions(ReadEndedSessionsRequest request, StreamObserver<ReadEndedSessionsReply> reply) {
        reply.onNext(ReadEndedSessionsReply.newBuilder()
                .addAllSessionIds(log.endedSessions())
                .setNextSinceMs(request.getSinceMs())
                .build());
        reply.onCompleted();
    }

    @Override
    public void redeemTicket(RedeemTicketRequest request, StreamObserver<RedeemTicketReply> reply) {
        log.redeem(request.getTicket())
                .ifPresentOrElse(
                        accountId -> {
                            reply.onNext(RedeemTicketReply.newBuilder()
                                    .setAccountId(accountId.toString())
                                    .setSessionId("of the ticket")
                                    .setExpiresAtMs(
                                            Instant.now().plusSeconds(900).toEpochMilli())
                                    .build());
                            reply.onCompleted();
                        },
                        () -> reply.onError(Status.NOT_FOUND.asRuntimeException()));
    }
}
