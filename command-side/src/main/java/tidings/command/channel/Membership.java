package tidings.command.channel;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tidings.command.channel.Members.Member;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.RejectionCode;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelEvent;
import tidings.events.channel.ChannelEvent.MemberJoined;
import tidings.events.channel.ChannelEvent.MemberLeft;
import tidings.events.channel.Role;
import tidings.events.channel.Visibility;

/** Decides who comes in and who goes. */
record Membership(ChannelState state) {

    Verdict open(ChannelCommand.OpenChannel command, AccountId actor) {
        AccountId opener = state.openedBy();
        if (opener != null) {
            if (opener.equals(actor)) {
                return Verdict.already(state.opened());
            }
            throw new CommandRefusedException(RejectionCode.CONFLICT, "the channel is already open");
        }
        Set<AccountId> others = new LinkedHashSet<>(command.memberIds());
        others.remove(actor);
        if (command.visibility() == Visibility.DIRECT && others.isEmpty()) {
            throw new CommandRefusedException(RejectionCode.BAD_FRAME, "a direct channel has at least two people");
        }
        List<ChannelEvent> events = new ArrayList<>();
        events.add(new ChannelEvent.ChannelOpened(command.name(), command.topic(), command.visibility()));
        events.add(new MemberJoined(actor, Role.OWNER));
        others.forEach(other -> events.add(new MemberJoined(other, Role.MEMBER)));
        return new Verdict(events, null, null);
    }

    Verdict join(AccountId actor) {
        Optional<Member> member = state.members.find(actor);
        if (member.isPresent()) {
            return Verdict.already(member.get().since());
        }
        if (state.visibility() != Visibility.PUBLIC) {
            throw Members.unknownChannel();
        }
        if (state.members.banOf(actor).isPresent()) {
            throw new CommandRefusedException(RejectionCode.FORBIDDEN, "banned from this channel");
        }
        if (state.settings().archived()) {
            throw new CommandRefusedException(RejectionCode.CONFLICT, "the channel is archived");
        }
        return Verdict.of(new MemberJoined(actor, Role.MEMBER));
    }

    Verdict leave(AccountId actor, OwnedBots bots) {
        if (state.visibility() == Visibility.PUBLIC && state.members.find(actor).isEmpty()) {
            return Verdict.already(state.head());
        }
        Member leaving = state.require(actor, Act.LEAVE);
        List<Member> going = with(leaving, bots);
        if (state.members.areLastOwners(going)) {
            throw new CommandRefusedException(
                    RejectionCode.CONFLICT, "the last owner makes somebody else an owner first");
        }
        return left(going);
    }

    /** Somebody, and the bots that go along. */
    static List<Member> with(Member owner, OwnedBots bots) {
        return Stream.concat(Stream.of(owner), bots.present().stream()).toList();
    }

    private static Verdict left(List<Member> going) {
        return new Verdict(
                going.stream()
                        .<ChannelEvent>map(member -> new MemberLeft(member.accountId()))
                        .toList(),
                null,
                null);
    }

    Verdict add(AccountId accountId, Role role, AccountId actor) {
        Member adding = state.members.require(actor, state.visibility());
        Optional<Member> member = state.members.find(accountId);
        if (member.isPresent()) {
            return Verdict.already(member.get().since());
        }
        state.require(actor, Act.addingTo(state.settings()));
        if (Act.outranks(role, Role.MEMBER)) {
            state.require(actor, Act.CHANGE_ROLES);
            if (!Act.gives(adding.role(), role)) {
                throw new CommandRefusedException(
                        RejectionCode.FORBIDDEN, "nobody gives more power than he or she has");
            }
        }
        if (state.members.banOf(accountId).isPresent()) {
            throw new CommandRefusedException(RejectionCode.CONFLICT, "banned from this channel");
        }
        return Verdict.of(new MemberJoined(accountId, role));
    }

    Verdict remove(AccountId accountId, AccountId actor, OwnedBots bots) {
        Member removing = state.members.require(actor, state.visibility());
        Optional<Member> member = state.members.find(accountId);
        if (member.isEmpty()) {
            return Verdict.already(state.head());
        }
        state.require(actor, Act.REMOVE);
        List<Member> going = with(member.get(), bots);
        going.forEach(each -> requireMorePower(removing, each, Act.REMOVE));
        return left(going);
    }

    static void requireMorePower(Member actor, Member other, Act act) {
        if (!Act.outranks(actor.role(), other.role())) {
            throw new CommandRefusedException(RejectionCode.FORBIDDEN, act.refusal());
        }
    }

    /** Those of these accounts who are not members yet, and not banned. */
    List<MemberJoined> taken(List<AccountId> accountIds) {
        return accountIds.stream()
                .distinct()
                .filter(account -> state.members.find(account).isEmpty())
                .filter(account -> state.members.banOf(account).isEmpty())
                .map(account -> new MemberJoined(account, Role.MEMBER))
                .toList();
    }
}
