package tidings.command.channel;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import tidings.command.channel.Members.Member;
import tidings.events.account.AccountId;

/**
 * The bots that somebody answers for: they go where he or she goes, and have no more power afterwards (ADR-0016).
 *
 * @param all of them, members of the channel or not
 */
record OwnedBots(Members members, Set<AccountId> all) {

    OwnedBots {
        all = Set.copyOf(all);
    }

    /** Those that are in the channel. */
    List<Member> present() {
        return all.stream().map(members::find).flatMap(Optional::stream).toList();
    }
}
