package tidings.command.channel;

import static tidings.command.web.Parameters.required;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tidings.access.Identity;
import tidings.command.channel.ChannelCommand.AddReaction;
import tidings.command.channel.ChannelCommand.DeleteMessage;
import tidings.command.channel.ChannelCommand.EditMessage;
import tidings.command.channel.ChannelCommand.ForwardMessage;
import tidings.command.channel.ChannelCommand.PostMessage;
import tidings.command.channel.ChannelCommand.RemoveReaction;
import tidings.command.dispatch.Outcome;
import tidings.command.ids.IdFactory;
import tidings.command.web.Parameters;
import tidings.events.channel.ChannelId;
import tidings.events.channel.ClientMessageId;
import tidings.events.channel.MessageId;

@RestController
class MessageController {

    private static final String MESSAGES = "/api/channels/{channelId}/messages";
    private static final String MESSAGE = MESSAGES + "/{messageId}";
    private static final String REACTION = MESSAGE + "/reactions/{emoji}";

    private final RateLimitedDecisions commands;
    private final IdFactory ids;

    MessageController(RateLimitedDecisions commands, IdFactory ids) {
        this.commands = commands;
        this.ids = ids;
    }

    record NewMessage(
            @Nullable String clientMessageId,
            @Nullable String body,
            @JsonSetter(nulls = Nulls.SKIP) @Nullable String replyTo,
            @JsonSetter(nulls = Nulls.SKIP) @Nullable String forwardOf) {}

    record NewBody(@Nullable String body) {}

    record PostedMessage(String id, long seq, Instant at) {}

    @PostMapping(MESSAGES)
    @ResponseStatus(HttpStatus.CREATED)
    PostedMessage post(Identity caller, @PathVariable String channelId, @RequestBody NewMessage message) {
        Outcome.Accepted accepted = commands.decide(caller, written(channel(channelId), message));
        MessageId messageId = Objects.requireNonNull(accepted.messageId());
        return new PostedMessage(messageId.toString(), accepted.seq(), accepted.at());
    }

    private ChannelCommand written(ChannelId channelId, NewMessage message) {
        ClientMessageId key = Parameters.clientMessageId(message.clientMessageId());
        MessageId forwardOf = Parameters.optionalMessage(message.forwardOf(), "forwardOf");
        if (forwardOf == null) {
            return new PostMessage(
                    channelId,
                    ids.nextMessageId(),
                    key,
                    required(message.body(), "body"),
                    Parameters.optionalMessage(message.replyTo(), "replyTo"));
        }
        if (message.body() != null || message.replyTo() != null) {
            throw Parameters.badFrame("what is forwarded has its own body, and answers nothing");
        }
        return new ForwardMessage(channelId, ids.nextMessageId(), key, forwardOf);
    }

    @PatchMapping(MESSAGE)
    RateLimitedDecisions.Change edit(
            Identity caller,
            @PathVariable String channelId,
            @PathVariable String messageId,
            @RequestBody NewBody body) {
        return commands.change(
                caller, new EditMessage(channel(channelId), message(messageId), required(body.body(), "body")));
    }

    @DeleteMapping(MESSAGE)
    RateLimitedDecisions.Change delete(
            Identity caller, @PathVariable String channelId, @PathVariable String messageId) {
        return commands.change(caller, new DeleteMessage(channel(channelId), message(messageId)));
    }

    @PutMapping(REACTION)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void react(
            Identity caller,
            @PathVariable String channelId,
            @PathVariable String messageId,
            @PathVariable String emoji) {
        commands.decide(caller, new AddReaction(channel(channelId), message(messageId), emoji));
    }

    @DeleteMapping(REACTION)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unreact(
            Identity caller,
            @PathVariable String channelId,
            @PathVariable String messageId,
            @PathVariable String emoji) {
        commands.decide(caller, new RemoveReaction(channel(channelId), message(messageId), emoji));
    }

    private static ChannelId channel(String id) {
        return Parameters.channelInPath(id);
    }

    private static MessageId message(String id) {
        return Parameters.messageInPath(id);
    }
}
