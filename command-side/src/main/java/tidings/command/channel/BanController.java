package tidings.command.channel;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tidings.access.Identity;
import tidings.command.channel.ChannelCommand.BanMember;
import tidings.command.channel.ChannelCommand.UnbanMember;
import tidings.command.web.Parameters;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;

@RestController
class BanController {

    private static final String BAN = "/api/channels/{channelId}/bans/{userId}";

    private final MemberAccounts accounts;
    private final RateLimitedDecisions commands;

    BanController(MemberAccounts accounts, RateLimitedDecisions commands) {
        this.accounts = accounts;
        this.commands = commands;
    }

    @PutMapping(BAN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void ban(Identity caller, @PathVariable String channelId, @PathVariable String userId) {
        ChannelId channel = Parameters.channelInPath(channelId);
        AccountId account = Parameters.accountInPath(userId);
        if (!accounts.allExist(List.of(account))) {
            throw Parameters.notFound("no such account");
        }
        commands.decide(caller, new BanMember(channel, account));
    }

    @DeleteMapping(BAN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unban(Identity caller, @PathVariable String channelId, @PathVariable String userId) {
        commands.decide(caller, new UnbanMember(Parameters.channelInPath(channelId), Parameters.accountInPath(userId)));
    }
}
