package tidings.command.stream;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import tidings.command.contract.RedeemTicketReply;
import tidings.command.contract.RedeemTicketRequest;
import tidings.command.contract.SessionsGrpc;
import tidings.command.session.Tickets;

/** Redeems the tickets with which browsers open sockets. */
final class SessionsService extends SessionsGrpc.SessionsImplBase {

    private final Tickets tickets;

    SessionsService(Tickets tickets) {
        this.tickets = tickets;
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
