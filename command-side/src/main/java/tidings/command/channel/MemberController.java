package tidings.command.channel;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tidings.access.Identity;
import tidings.command.channel.ChannelCommand.AddMember;
import tidings.command.channel.ChannelCommand.JoinChannel;
import tidings.command.channel.ChannelCommand.LeaveChannel;
import tidings.command.channel.ChannelCommand.RemoveMember;
import tidings.command.channel.ChannelCommand.SetRole;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.RejectionCode;
import tidings.command.limits.CreationRates;
import tidings.command.web.Parameters;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.events.channel.Role;

@RestController
class MemberController {

    private static final String MEMBER = "/api/channels/{channelId}/members/{userId}";
    private static final String ME = "me";

    private final MemberAccounts accounts;
    private final RateLimitedDecisions commands;
    private final CreationRates rates;

    MemberController(MemberAccounts accounts, RateLimitedDecisions commands, CreationRates rates) {
        this.accounts = accounts;
        this.commands = commands;
        this.rates = rates;
    }

    record NewMember(
            @JsonSetter(nulls = Nulls.SKIP) @Nullable Role role) {}

    @PutMapping(MEMBER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void joinOrAdd(
            Identity caller,
            @PathVariable String channelId,
            @PathVariable String userId,
            @RequestBody(required = false) @Nullable NewMember member) {
        ChannelId channel = Parameters.channelInPath(channelId);
        AccountId account = account(caller, userId);
        commands.decide(caller, joinOrAdd(caller, channel, account, member == null ? null : member.role()));
    }

    private ChannelCommand joinOrAdd(Identity caller, ChannelId channel, AccountId account, @Nullable Role role) {
        requireExisting(caller, account);
        if (!account.equals(caller.accountId())) {
            rates.additions(caller.accountId(), 1);
        }
        if (role != null) {
            return new SetRole(channel, account, role);
        }
        return account.equals(caller.accountId()) ? new JoinChannel(channel) : new AddMember(channel, account);
    }

    @DeleteMapping(MEMBER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leaveOrRemove(Identity caller, @PathVariable String channelId, @PathVariable String userId) {
        ChannelId channel = Parameters.channelInPath(channelId);
        AccountId account = account(caller, userId);
        commands.decide(
                caller,
                account.equals(caller.accountId()) ? new LeaveChannel(channel) : new RemoveMember(channel, account));
    }

    private void requireExisting(Identity caller, AccountId account) {
        if (!account.equals(caller.accountId()) && !accounts.allExist(List.of(account))) {
            throw Parameters.notFound("no such account");
        }
        if (!accounts.allActive(List.of(account))) {
            throw new CommandRefusedException(RejectionCode.CONFLICT, "this account is deactivated or deleted");
        }
    }

    private static AccountId account(Identity caller, String userId) {
        return userId.equals(ME) ? caller.accountId() : Parameters.accountInPath(userId);
    }
}
