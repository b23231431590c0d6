package tidings.gateway.commandside;

import io.grpc.stub.StreamObserver;
import java.util.UUID;
import tidings.command.contract.Accepted;
import tidings.command.contract.CommandBatch;
import tidings.command.contract.CommandReply;
import tidings.command.contract.CommandRequest;
import tidings.command.contract.CommandStreamGrpc;
import tidings.command.contract.RecordedEvent;
import tidings.command.contract.Rejected;
import tidings.command.contract.ReplyBatch;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelEvent;
import tidings.events.channel.ChannelId;
import tidings.events.channel.ClientMessageId;
import tidings.events.channel.MessageId;

/** Decides in the order of arrival; members may do everything, others nothing. */
final class InMemoryCommands extends CommandStreamGrpc.CommandStreamImplBase {

    /** A message of these words and a code is refused with that code. */
    private static final String REFUSE = "refuse with ";

    private final ChannelLog log;

    InMemoryCommands(ChannelLog log) {
        this.log = log;
    }

    @Override
    public StreamObserver<CommandBatch> execute(StreamObserver<ReplyBatch> replies) {
        return new StreamObserver<>() {
            @Override
            public void onNext(CommandBatch batch) {
                ReplyBatch.Builder answer = ReplyBatch.newBuilder();
                batch.getRequestsList().forEach(request -> answer.addReplies(decide(request)));
                replies.onNext(answer.build());
            }

            @Override
            public void onError(Throwable failure) {}

            @Override
            public void onCompleted() {
                replies.onCompleted();
            }
        };
    }

    private CommandReply decide(CommandRequest request) {
        CommandReply.Builder reply = CommandReply.newBuilder().setRequestId(request.getRequestId());
        ChannelId channelId = ChannelId.parse(request.getChannelId());
        AccountId actor = AccountId.parse(request.getActorId());
        if (!log.isMember(channelId, actor)) {
            return reply.setRejected(Rejected.newBuilder().setCode("NOT_FOUND").setMessage("there is no such channel"))
                    .build();
        }
        String body = request.getPostMessage().getBody();
        if (body.startsWith(REFUSE)) {
            return reply.setRejected(Rejected.newBuilder()
                            .setCode(body.substring(REFUSE.length()))
                            .setMessage("as asked")
                            .setRetryAfterMs(1))
                    .build();
        }
        return reply.setAccepted(accept(request, channelId, actor)).build();
    }

    private Accepted.Builder accept(CommandRequest request, ChannelId channelId, AccountId actor) {
        return switch (request.getCommandCase()) {
            case POST_MESSAGE -> {
                MessageId messageId = new MessageId(UUID.nameUUIDFromBytes(
                        request.getPostMessage().getClientMessageIdBytes().toByteArray()));
                RecordedEvent event = log.post(
                        channelId,
                        actor,
                        request.getPostMessage().getClientMessageId(),
                        new ChannelEvent.MessagePosted(
                                messageId,
                                new ClientMessageId(request.getPostMessage().getClientMessageId()),
                                request.getPostMessage().getBody(),
                                null));
                yield accepted(event, messageId.toString());
            }
            case EDIT_MESSAGE -> {
                MessageId id = MessageId.parse(request.getEditMessage().getMessageId());
                yield accepted(
                        log.append(
                                channelId,
                                actor,
                                new ChannelEvent.MessageEdited(
                                        id, request.getEditMessage().getBody())),
                        id.toString());
            }
            case MARK_READ -> {
                log.markRead(channelId, actor, request.getMarkRead().getSeq());
                yield Accepted.newBuilder().setSeq(request.getMarkRead().getSeq());
            }
            case DELETE_MESSAGE -> {
                MessageId id = MessageId.parse(request.getDeleteMessage().getMessageId());
                yield accepted(log.append(channelId, actor, new ChannelEvent.MessageDeleted(id)), id.toString());
            }
            case ADD_REACTION -> {
                MessageId id = MessageId.parse(request.getAddReaction().getMessageId());
                String emoji = request.getAddReaction().getEmoji();
                yield accepted(log.append(channelId, actor, new ChannelEvent.ReactionAdded(id, emoji)), id.toString());
            }
            case REMOVE_REACTION -> {
                MessageId id = MessageId.parse(request.getRemoveReaction().getMessageId());
                String emoji = request.getRemoveReaction().getEmoji();
                yield accepted(
                        log.append(channelId, actor, new ChannelEvent.ReactionRemoved(id, emoji)), id.toString());
            }
            case COMMAND_NOT_SET -> throw new IllegalArgumentException("no command");
        };
    }

    private static Accepted.Builder accepted(RecordedEvent event, String messageId) {
        return Accepted.newBuilder()
                .setMessageId(messageId)
                .setSeq(event.getSeq())
                .setAtMs(event.getAtMs());
    }
}
