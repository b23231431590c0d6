package tidings.command.channel;

import java.util.Optional;
import tidings.command.channel.Members.Member;
import tidings.command.dispatch.CommandRefused;
import tidings.command.dispatch.RejectionCode;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelEvent.MemberBanned;
import tidings.events.channel.ChannelEvent.MemberLeft;
import tidings.events.channel.ChannelEvent.MemberUnbanned;

/** Decides about who is kept out. */
record Banning(ChannelState state) {

    Verdict ban(AccountId accountId, AccountId actor) {
        Member banning = state.require(actor, Act.BAN);
        Optional<Mark> ban = state.members.banOf(accountId);
        if (ban.isPresent()) {
            return Verdict.already(ban.get());
        }
        Optional<Member> member = state.members.find(accountId);
        member.ifPresent(banned -> Membership.requireMorePower(banning, banned, Act.BAN));
        if (state.members.bans().size() >= Members.MAX_BANS) {
            throw new CommandRefused(RejectionCode.CONFLICT, "a channel bans " + Members.MAX_BANS + " people");
        }
        return member.isPresent()
                ? Verdict.of(new MemberLeft(accountId), new MemberBanned(accountId))
                : Verdict.of(new MemberBanned(accountId));
    }

    Verdict unban(AccountId accountId, AccountId actor) {
        state.require(actor, Act.BAN);
        return state.members.banOf(accountId).isPresent()
                ? Verdict.of(new MemberUnbanned(accountId))
                : Verdict.already(state.head());
    }
}
