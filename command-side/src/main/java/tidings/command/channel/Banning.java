package tidings.command.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tidings.command.channel.Members.Member;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.RejectionCode;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelEvent;
import tidings.events.channel.ChannelEvent.MemberBanned;
import tidings.events.channel.ChannelEvent.MemberLeft;
import tidings.events.channel.ChannelEvent.MemberUnbanned;

/** Decides about who is kept out. */
record Banning(ChannelState state) {

    /**
     * Keeps somebody out, and the bots that he or she answers for.
     *
     * @param ownBot whether the actor answers for this account: who is banned bans the bots that he or she makes later
     */
    Verdict ban(AccountId accountId, AccountId actor, OwnedBots bots, boolean ownBot) {
        boolean extendsOwnBan = ownBot && state.members.banOf(actor).isPresent();
        Optional<Member> member = state.members.find(accountId);
        if (!extendsOwnBan) {
            Member banning = state.require(actor, Act.BAN);
            Stream.concat(member.stream(), bots.present().stream())
                    .forEach(banned -> Membership.requireMorePower(banning, banned, Act.BAN));
        }
        Optional<EventPosition> ban = state.members.banOf(accountId);
        if (ban.isPresent()) {
            return Verdict.already(ban.get());
        }
        List<ChannelEvent> events = new ArrayList<>();
        Stream.concat(Stream.of(accountId), bots.all().stream())
                .filter(each -> state.members.banOf(each).isEmpty())
                .forEach(each -> keepOut(each, events));
        if (state.members.bans().size() >= Members.MAX_BANS) {
            throw new CommandRefusedException(RejectionCode.CONFLICT, "a channel bans " + Members.MAX_BANS + " people");
        }
        return new Verdict(events, null, null);
    }

    /** The ban first: after {@code MemberLeft} the gateways show whom it hits nothing more. */
    private void keepOut(AccountId accountId, List<ChannelEvent> events) {
        events.add(new MemberBanned(accountId));
        if (state.members.find(accountId).isPresent()) {
            events.add(new MemberLeft(accountId));
        }
    }

    Verdict unban(AccountId accountId, AccountId actor, OwnedBots bots) {
        state.require(actor, Act.BAN);
        List<ChannelEvent> events = Stream.concat(Stream.of(accountId), bots.all().stream())
                .filter(each -> state.members.banOf(each).isPresent())
                .<ChannelEvent>map(MemberUnbanned::new)
                .toList();
        return events.isEmpty() ? Verdict.already(state.head()) : new Verdict(events, null, null);
    }
}
