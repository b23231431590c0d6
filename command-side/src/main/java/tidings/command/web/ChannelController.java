package tidings.command.web;

import static tidings.command.web.Parameters.required;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tidings.command.account.AccountDirectory;
import tidings.command.channel.ChannelCommand;
import tidings.command.channel.ChannelCommand.AddMember;
import tidings.command.channel.ChannelCommand.JoinChannel;
import tidings.command.channel.ChannelCommand.LeaveChannel;
import tidings.command.channel.ChannelCommand.RemoveMember;
import tidings.command.session.Caller;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.events.channel.Visibility;

@RestController
class ChannelController {

    private static final String ME = "me";

    private final ChannelOpening opening;
    private final AccountDirectory accounts;
    private final Decisions decisions;

    ChannelController(ChannelOpening opening, AccountDirectory accounts, Decisions decisions) {
        this.opening = opening;
        this.accounts = accounts;
        this.decisions = decisions;
    }

    record NewChannel(
            @Nullable String name,
            @Nullable String topic,
            @Nullable Visibility visibility,
            @Nullable List<@Nullable String> memberIds) {}

    record CreatedChannel(String id) {}

    @PostMapping("/api/channels")
    @ResponseStatus(HttpStatus.CREATED)
    CreatedChannel open(Caller caller, @RequestBody NewChannel channel) {
        ChannelId id = opening.open(
                caller,
                channel.name(),
                channel.topic(),
                required(channel.visibility(), "visibility"),
                Parameters.accounts(channel.memberIds(), "memberIds"));
        return new CreatedChannel(id.toString());
    }

    @PutMapping("/api/channels/{channelId}/members/{userId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void joinOrAdd(Caller caller, @PathVariable String channelId, @PathVariable String userId) {
        ChannelId channel = Parameters.channelInPath(channelId);
        AccountId member = member(caller, userId);
        decisions.decide(caller, joinOrAdd(caller, channel, member));
    }

    private ChannelCommand joinOrAdd(Caller caller, ChannelId channel, AccountId member) {
        if (member.equals(caller.accountId())) {
            return new JoinChannel(channel);
        }
        if (!accounts.allExist(List.of(member))) {
            throw Parameters.notFound("no such account");
        }
        return new AddMember(channel, member);
    }

    @DeleteMapping("/api/channels/{channelId}/members/{userId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leaveOrRemove(Caller caller, @PathVariable String channelId, @PathVariable String userId) {
        ChannelId channel = Parameters.channelInPath(channelId);
        AccountId member = member(caller, userId);
        decisions.decide(
                caller,
                member.equals(caller.accountId()) ? new LeaveChannel(channel) : new RemoveMember(channel, member));
    }

    private static AccountId member(Caller caller, String userId) {
        return userId.equals(ME) ? caller.accountId() : Parameters.accountInPath(userId);
    }
}
