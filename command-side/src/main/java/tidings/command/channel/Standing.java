package tidings.command.channel;

import java.util.List;
import java.util.Optional;
import tidings.command.channel.Members.Member;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.RejectionCode;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelEvent;
import tidings.events.channel.ChannelEvent.RoleChanged;
import tidings.events.channel.Role;

/** Decides about roles. A channel that has an owner always keeps one. */
record Standing(ChannelState state) {

    /** Bots never keep more power than is left to who answers for them. */
    Verdict setRole(ChannelCommand.SetRole command, AccountId actor, OwnedBots bots) {
        state.members.require(actor, state.visibility());
        Optional<Member> member = state.members.find(command.memberId());
        return member.isPresent()
                ? change(member.get(), command.role(), actor, bots)
                : new Membership(state).add(command.memberId(), command.role(), actor);
    }

    private Verdict change(Member member, Role role, AccountId actor, OwnedBots bots) {
        // giving up power is as free as leaving
        boolean ownPower = member.accountId().equals(actor) && Act.outranks(member.role(), role);
        Member changing = state.require(actor, ownPower ? Act.LEAVE : Act.CHANGE_ROLES);
        if (member.role() == role) {
            return Verdict.already(member.since());
        }
        boolean reaches = changing.role() == Role.OWNER || Act.outranks(changing.role(), member.role());
        if (!ownPower && !(reaches && Act.gives(changing.role(), role))) {
            throw new CommandRefusedException(
                    RejectionCode.FORBIDDEN, "only owners change or give as much power as they have");
        }
        List<Member> lowered = Act.outranks(member.role(), role) ? loweredWith(member, role, bots) : List.of(member);
        if (state.members.areLastOwners(lowered)) {
            throw new CommandRefusedException(
                    RejectionCode.CONFLICT, "the last owner makes somebody else an owner first");
        }
        return new Verdict(
                lowered.stream()
                        .<ChannelEvent>map(each -> new RoleChanged(each.accountId(), role))
                        .toList(),
                null,
                null);
    }

    private static List<Member> loweredWith(Member member, Role role, OwnedBots bots) {
        return Membership.with(member, bots).stream()
                .filter(each -> Act.outranks(each.role(), role))
                .toList();
    }
}
