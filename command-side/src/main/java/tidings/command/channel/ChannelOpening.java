package tidings.command.channel;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tidings.access.Identity;
import tidings.command.channel.ChannelCommand.OpenChannel;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.Decisions;
import tidings.command.dispatch.Outcome;
import tidings.command.dispatch.RejectionCode;
import tidings.command.ids.IdFactory;
import tidings.command.limits.CreationRates;
import tidings.command.web.Parameters;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.events.channel.Visibility;

/** Opens channels: a named one once per name, a direct one once per set of people. */
final class ChannelOpening {

    private final ChannelNames names;
    private final MemberAccounts accounts;
    private final Decisions decisions;
    private final IdFactory ids;
    private final CreationRates rates;

    ChannelOpening(
            ChannelNames names, MemberAccounts accounts, Decisions decisions, IdFactory ids, CreationRates rates) {
        this.names = names;
        this.accounts = accounts;
        this.decisions = decisions;
        this.ids = ids;
        this.rates = rates;
    }

    /** @return the channel; for a direct one, perhaps the one that these people already had */
    ChannelId open(
            Identity caller,
            @Nullable String name,
            @Nullable String topic,
            Visibility visibility,
            List<AccountId> memberIds) {
        OpenChannel command = new OpenChannel(ids.nextChannelId(), name, topic, visibility, memberIds);
        if (!accounts.allExist(memberIds)) {
            throw Parameters.notFound("no such account");
        }
        if (!accounts.allActive(memberIds)) {
            throw new CommandRefusedException(
                    RejectionCode.CONFLICT, "one of these accounts is deactivated or deleted");
        }
        rates.channel(caller.accountId(), visibility == Visibility.DIRECT, memberIds.size());
        return command.name() == null ? openDirect(caller, command) : openNamed(caller, command, command.name());
    }

    private ChannelId openNamed(Identity caller, OpenChannel command, String name) {
        if (!names.reserveName(name, command.channelId()).equals(command.channelId())) {
            throw new CommandRefusedException(
                    RejectionCode.CONFLICT, "that channel name is taken, or looks like one that is");
        }
        decisions.decide(caller.accountId(), command);
        return command.channelId();
    }

    private ChannelId openDirect(Identity caller, OpenChannel command) {
        Set<AccountId> people = new HashSet<>(command.memberIds());
        people.add(caller.accountId());
        if (people.size() < 2) {
            throw new CommandRefusedException(RejectionCode.BAD_FRAME, "a direct channel needs somebody to talk to");
        }
        ChannelId holder = names.reserveDirect(people, command.channelId());
        if (holder.equals(command.channelId())) {
            decisions.decide(caller.accountId(), command);
            return holder;
        }
        // theirs already; opening it again makes good an opening that was cut off after the reservation
        Outcome again = decisions.outcome(
                caller.accountId(),
                new OpenChannel(holder, null, command.topic(), Visibility.DIRECT, command.memberIds()));
        if (again instanceof Outcome.Rejected rejected && rejected.code() != RejectionCode.CONFLICT) {
            throw CommandRefusedException.of(rejected);
        }
        return holder;
    }
}
