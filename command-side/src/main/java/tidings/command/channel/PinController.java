package tidings.command.channel;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tidings.access.Identity;
import tidings.command.channel.ChannelCommand.PinMessage;
import tidings.command.channel.ChannelCommand.UnpinMessage;
import tidings.command.web.Parameters;

@RestController
class PinController {

    private static final String PIN = "/api/channels/{channelId}/pins/{messageId}";

    private final RateLimitedDecisions commands;

    PinController(RateLimitedDecisions commands) {
        this.commands = commands;
    }

    @PutMapping(PIN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void pin(Identity caller, @PathVariable String channelId, @PathVariable String messageId) {
        commands.decide(
                caller, new PinMessage(Parameters.channelInPath(channelId), Parameters.messageInPath(messageId)));
    }

    @DeleteMapping(PIN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unpin(Identity caller, @PathVariable String channelId, @PathVariable String messageId) {
        commands.decide(
                caller, new UnpinMessage(Parameters.channelInPath(channelId), Parameters.messageInPath(messageId)));
    }
}
