package tidings.gateway.commandside;

import io.grpc.stub.StreamObserver;
import java.util.UUID;
import java.util.function.Function;
import tidings.command.contract.Accepted;
import tidings.command.contract.AddReaction;
import tidings.command.contract.CommandBatch;
import tidings.command.contract.CommandReply;
import tidings.command.contract.CommandRequest;
import tidings.command.contract.CommandStreamGrpc;
import tidings.command.contract.PostMessage;
import tidings.command.contract.RecordedEvent;
import tidings.command.contract.Rejected;
import tidings.command.contract.RemoveReaction;
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
            case POST_MESSAGE -> posted(request.getPostMessage(), channelId, actor);
            case EDIT_MESSAGE ->
                appended(
                        channelId,
                        actor,
                        request.getEditMessage().getMessageId(),
                        id -> new ChannelEvent.MessageEdited(
                                id, request.getEditMessage().getBody()));
            case MARK_READ -> {
                log.markRead(channelId, actor, request.getMarkRead().getSeq());
                yield Accepted.newBuilder().setSeq(request.getMarkRead().getSeq());
            }
            case DELETE_MESSAGE ->
                appended(channelId, actor, request.getDeleteMessage().getMessageId(), ChannelEvent.MessageDeleted::new);
            case ADD_REACTION -> {
                AddReaction reaction = request.getAddReaction();
                yield appended(
                        channelId,
                        actor,
                        reaction.getMessageId(),
                        id -> new ChannelEvent.ReactionAdded(id, reaction.getEmoji()));
            }
            case REMOVE_REACTION -> {
                RemoveReaction reaction = request.getRemoveReaction();
                yield appended(
                        channelId,
                        actor,
                        reaction.getMessageId(),
                        id -> new ChannelEvent.ReactionRemoved(id, reaction.getEmoji()));
            }
            case COMMAND_NOT_SET -> throw new IllegalArgumentException("no command");
        };
    }

    private Accepted.Builder posted(PostMessage post, ChannelId channelId, AccountId actor) {
        MessageId id = new MessageId(
                UUID.nameUUIDFromBytes(post.getClientMessageIdBytes().toByteArray()));
        RecordedEvent event = log.post(
                channelId,
                actor,
                post.getClientMessageId(),
                new ChannelEvent.MessagePosted(
                        id, new ClientMessageId(post.getClientMessageId()), post.getBody(), null));
        return accepted(event, id.toString());
    }

    private Accepted.Builder appended(
            ChannelId channelId, AccountId actor, String messageId, Function<MessageId, ChannelEvent> event) {
        MessageId id = MessageId.parse(messageId);
        return accepted(log.append(channelId, actor, event.apply(id)), id.toString());
    }

    private static Accepted.Builder accepted(RecordedEvent event, String messageId) {
        return Accepted.newBuilder()
                .setMessageId(messageId)
                .setSeq(event.getSeq())
                .setAtMs(event.getAtMs());
    }
}
