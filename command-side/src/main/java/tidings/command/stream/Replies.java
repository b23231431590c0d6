package tidings.command.stream;

import tidings.command.contract.Accepted;
import tidings.command.contract.CommandReply;
import tidings.command.contract.Rejected;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.Outcome;
import tidings.events.channel.MessageId;

/** Writes outcomes in the contract's form. */
final class Replies {

    private Replies() {}

    static CommandReply of(long requestId, Outcome outcome) {
        CommandReply.Builder reply = CommandReply.newBuilder().setRequestId(requestId);
        return switch (outcome) {
            case Outcome.Accepted accepted ->
                reply.setAccepted(accepted(accepted)).build();
            case Outcome.Rejected rejected ->
                reply.setRejected(rejected(rejected)).build();
        };
    }

    private static Accepted.Builder accepted(Outcome.Accepted accepted) {
        MessageId messageId = accepted.messageId();
        return Accepted.newBuilder()
                .setMessageId(messageId == null ? "" : messageId.toString())
                .setSeq(accepted.seq())
                .setAtMs(accepted.at().toEpochMilli());
    }

    private static Rejected.Builder rejected(Outcome.Rejected rejected) {
        Rejected.Builder reply = Rejected.newBuilder()
                .setCode(rejected.code().name())
                .setMessage(rejected.message())
                .setRetryAfterMs(Math.toIntExact(rejected.retryAfter().toMillis()));
        return rejected.first() == null ? reply : reply.setFirst(accepted(rejected.first()));
    }

    static CommandReply of(long requestId, CommandRefusedException refused) {
        return of(requestId, new Outcome.Rejected(refused.code(), refused.reason(), refused.retryAfter()));
    }
}
