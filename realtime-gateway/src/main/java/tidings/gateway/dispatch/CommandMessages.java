package tidings.gateway.dispatch;

import java.time.Instant;
import java.util.Arrays;
import tidings.command.contract.Accepted;
import tidings.command.contract.AddReaction;
import tidings.command.contract.CommandReply;
import tidings.command.contract.CommandRequest;
import tidings.command.contract.DeleteMessage;
import tidings.command.contract.EditMessage;
import tidings.command.contract.MarkRead;
import tidings.command.contract.PostMessage;
import tidings.command.contract.Rejected;
import tidings.command.contract.RemoveReaction;
import tidings.events.account.AccountId;
import tidings.gateway.frame.ClientFrame;
import tidings.gateway.frame.ErrorCode;

/** Frames to the contract's commands, and replies to outcomes. */
final class CommandMessages {

    private CommandMessages() {}

    static CommandRequest request(long requestId, int timeoutMs, AccountId actor, ClientFrame.Command command) {
        CommandRequest.Builder request = CommandRequest.newBuilder()
                .setRequestId(requestId)
                .setTimeoutMs(timeoutMs)
                .setActorId(actor.toString())
                .setChannelId(command.channelId().toString());
        switch (command) {
            case ClientFrame.Send c ->
                request.setPostMessage(PostMessage.newBuilder()
                        .setClientMessageId(c.clientMessageId().value())
                        .setBody(c.body())
                        .setReplyTo(c.replyTo() == null ? "" : c.replyTo().toString()));
            case ClientFrame.Edit c ->
                request.setEditMessage(EditMessage.newBuilder()
                        .setMessageId(c.messageId().toString())
                        .setBody(c.body()));
            case ClientFrame.Delete c ->
                request.setDeleteMessage(
                        DeleteMessage.newBuilder().setMessageId(c.messageId().toString()));
            case ClientFrame.React c ->
                request.setAddReaction(AddReaction.newBuilder()
                        .setMessageId(c.messageId().toString())
                        .setEmoji(c.emoji()));
            case ClientFrame.Unreact c ->
                request.setRemoveReaction(RemoveReaction.newBuilder()
                        .setMessageId(c.messageId().toString())
                        .setEmoji(c.emoji()));
            case ClientFrame.Read c -> request.setMarkRead(MarkRead.newBuilder().setSeq(c.seq()));
        }
        return request.build();
    }

    static Outcome outcome(CommandReply reply) {
        return switch (reply.getOutcomeCase()) {
            case ACCEPTED -> accepted(reply.getAccepted());
            case REJECTED -> rejected(reply.getRejected());
            case OUTCOME_NOT_SET -> unavailable("the command side sent no outcome");
        };
    }

    private static Outcome.Accepted accepted(Accepted accepted) {
        return new Outcome.Accepted(
                accepted.getMessageId().isEmpty() ? null : accepted.getMessageId(),
                accepted.getSeq(),
                Instant.ofEpochMilli(accepted.getAtMs()));
    }

    private static Outcome rejected(Rejected rejected) {
        return Arrays.stream(ErrorCode.values())
                .filter(code -> code.name().equals(rejected.getCode()))
                .findFirst()
                .<Outcome>map(code -> new Outcome.Rejected(
                        code,
                        rejected.getMessage(),
                        Math.max(0, rejected.getRetryAfterMs()),
                        rejected.hasFirst() ? accepted(rejected.getFirst()) : null))
                .orElseGet(() -> unavailable("the command side answered with an unknown code"));
    }

    static Outcome unavailable(String message) {
        return new Outcome.Rejected(ErrorCode.UNAVAILABLE, message, 1_000);
    }
}
