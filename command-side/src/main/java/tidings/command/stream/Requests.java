package tidings.command.stream;

import tidings.command.channel.ChannelCommand;
import tidings.command.contract.CommandRequest;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.RejectionCode;
import tidings.command.ids.IdFactory;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.events.channel.ClientMessageId;
import tidings.events.channel.MessageId;

/** Reads requests of the contract; throws {@link CommandRefusedException} on what is not well-formed. */
final class Requests {

    private final IdFactory ids;

    Requests(IdFactory ids) {
        this.ids = ids;
    }

    AccountId actor(CommandRequest request) {
        return account(request.getActorId());
    }

    ChannelCommand command(CommandRequest request) {
        ChannelId channelId = channel(request.getChannelId());
        return switch (request.getCommandCase()) {
            case POST_MESSAGE -> {
                var post = request.getPostMessage();
                yield new ChannelCommand.PostMessage(
                        channelId,
                        ids.nextMessageId(),
                        clientMessageId(post.getClientMessageId()),
                        post.getBody(),
                        post.getReplyTo().isEmpty() ? null : message(post.getReplyTo()));
            }
            case EDIT_MESSAGE ->
                new ChannelCommand.EditMessage(
                        channelId,
                        message(request.getEditMessage().getMessageId()),
                        request.getEditMessage().getBody());
            case DELETE_MESSAGE ->
                new ChannelCommand.DeleteMessage(
                        channelId, message(request.getDeleteMessage().getMessageId()));
            case ADD_REACTION ->
                new ChannelCommand.AddReaction(
                        channelId,
                        message(request.getAddReaction().getMessageId()),
                        request.getAddReaction().getEmoji());
            case REMOVE_REACTION ->
                new ChannelCommand.RemoveReaction(
                        channelId,
                        message(request.getRemoveReaction().getMessageId()),
                        request.getRemoveReaction().getEmoji());
            case MARK_READ, COMMAND_NOT_SET -> throw badFrame("no such command");
        };
    }

    static AccountId account(String id) {
        try {
            return AccountId.parse(id);
        } catch (IllegalArgumentException e) {
            throw badFrame("not an account id");
        }
    }

    static ChannelId channel(String id) {
        try {
            return ChannelId.parse(id);
        } catch (IllegalArgumentException e) {
            throw new CommandRefusedException(RejectionCode.NOT_FOUND, "no such channel");
        }
    }

    private static MessageId message(String id) {
        try {
            return MessageId.parse(id);
        } catch (IllegalArgumentException e) {
            throw new CommandRefusedException(RejectionCode.NOT_FOUND, "no such message in this channel");
        }
    }

    private static ClientMessageId clientMessageId(String text) {
        try {
            return new ClientMessageId(text);
        } catch (IllegalArgumentException e) {
            throw badFrame(String.valueOf(e.getMessage()));
        }
    }

    private static CommandRefusedException badFrame(String message) {
        return new CommandRefusedException(RejectionCode.BAD_FRAME, message);
    }
}
