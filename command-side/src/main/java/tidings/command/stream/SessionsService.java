package tidings.command.stream;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import tidings.command.contract.ReadEndedSessionsReply;
import tidings.command.contract.ReadEndedSessionsRequest;
import tidings.command.contract.RedeemTicketReply;
import tidings.command.contract.RedeemTicketRequest;
import tidings.command.contract.SessionsGrpc;
import tidings.command.session.EndedSessions;
import tidings.command.session.Tickets;

/** Redeems the tickets with which browsers open sockets, and names the sessions that ended. */
final class SessionsService extends SessionsGrpc.SessionsImplBase {

    private final Tickets tickets;
    private final EndedSessions endedSessions;

    SessionsService(Tickets tickets, EndedSessions endedSessions) {
        this.tickets = tickets;
        this.endedSessions = endedSessions;
    }

    @Override
    public void readEndedSessions(ReadEndedSessionsRequest request, StreamObserver<ReadEndedSessionsReply> answer) {
        EndedSessions.Page page;
        try {
            page = endedSessions.endedSince(request.getSinceMs());
        } catch (DataAccessException e) {
            answer.onError(Status.UNAVAILABLE.asRuntimeException());
            return;
        }
        answer.onNext(ReadEndedSessionsReply.newBuilder()
                .addAllSessionIds(page.sessionIds())
                .setNextSinceMs(page.nextSinceMs())
                .build());
        answer.onCompleted();
    }

    @Override
    public void redeemTicket(RedeemTicketRequest request, StreamObserver<RedeemTicketReply> answer) {
        Optional<Tickets.Holder> holder;
        try {
            holder = tickets.redeem(request.getTicket());
        } catch (DataAccessException e) {
            answer.onError(Status.UNAVAILABLE.asRuntimeException());
            return;
        }
        if (holder.isEmpty()) {
            answer.onError(Status.NOT_FOUND.asRuntimeException());
            return;
        }
        answer.onNext(RedeemTicketReply.newBuilder()
                .setAccountId(holder.get().accountId().toString())
                .setSessionId(holder.get().sessionId())
                .setExpiresAtMs(holder.get().accessEnds().toEpochMilli())
                .build());
        answer.onCompleted();
    }
}
