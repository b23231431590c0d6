package tidings.command.stream;

import java.time.Duration;
import tidings.command.contract.Accepted;
import tidings.command.contract.CommandReply;
import tidings.command.contract.Rejected;
import tidings.command.dispatch.CommandRefused;
import tidings.command.dispatch.Outcome;

/** Writes outcomes in the contract's form. */
final class Replies {

    private Replies() {}

    static CommandReply of(long requestId, Outcome outcome) {
        CommandReply.Builder reply = CommandReply.newBuilder().setRequestId(requestId);
        return switch (outcome) {
            case Outcome.Accepted accepted ->
                reply.setAccepted(Accepted.newBuilder()
                                .setMessageId(
                                        accepted.messageId() == null
                                                ? ""
                                                : accepted.messageId().toString())
                                .setSeq(accepted.seq())
                                .setAtMs(accepted.at().toEpochMilli()))
                        .build();
            case Outcome.Rejected rejected ->
                reply.setRejected(Rejected.newBuilder()
                                .setCode(rejected.code().name())
                                .setMessage(rejected.message())
                                .setRetryAfterMs(
                                        Math.toIntExact(rejected.retryAfter().toMillis())))
                        .build();
        };
    }

    static CommandReply of(long requestId, CommandRefused refused) {
        return of(requestId, new Outcome.Rejected(refused.code(), refused.reason(), Duration.ZERO));
    }
}
