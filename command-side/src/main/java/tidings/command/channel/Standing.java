package tidings.command.channel;

import java.util.Optional;
import tidings.command.channel.Members.Member;
import tidings.command.dispatch.CommandRefused;
import tidings.command.dispatch.RejectionCode;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelEvent.RoleChanged;
import tidings.events.channel.Role;

/** Decides about roles. A channel that has an owner always keeps one. */
record Standing(ChannelState state) {

    Verdict setRole(ChannelCommand.SetRole command, AccountId actor) {
        state.members.require(actor, state.visibility());
        Optional<Member> member = state.members.find(command.memberId());
        return member.isPresent()
                ? change(member.get(), command.role(), actor)
                : new Membership(state).add(command.memberId(), command.role(), actor);
    }

    private Verdict change(Member member, Role role, AccountId actor) {
        // giving up power is as free as leaving
        boolean ownPower = member.accountId().equals(actor) && Act.outranks(member.role(), role);
        Member changing = state.require(actor, ownPower ? Act.LEAVE : Act.CHANGE_ROLES);
        if (member.role() == role) {
            return Verdict.already(member.since());
        }
        boolean reaches = changing.role() == Role.OWNER || Act.outranks(changing.role(), member.role());
        if (!ownPower && !(reaches && Act.gives(changing.role(), role))) {
            throw new CommandRefused(RejectionCode.FORBIDDEN, "only owners change or give as much power as they have");
        }
        if (state.members.isLastOwner(member)) {
            throw new CommandRefused(RejectionCode.CONFLICT, "the last owner makes somebody else an owner first");
        }
        return Verdict.of(new RoleChanged(member.accountId(), role));
    }
}
