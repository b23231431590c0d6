package tidings.command.channel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.RejectionCode;
import tidings.events.account.AccountId;
import tidings.events.channel.Role;
import tidings.events.channel.Visibility;

/** Who is in a channel, with which role, and who may not come in. */
final class Members {

    /** How many people one channel keeps out. */
    static final int MAX_BANS = 10_000;

    /** A membership and the event that made it, or gave it its role. */
    record Member(AccountId accountId, Role role, EventPosition since) {}

    private final Map<AccountId, Member> byId = new LinkedHashMap<>();
    private final Map<AccountId, EventPosition> bans = new LinkedHashMap<>();
    private int owners;

    void put(Member member) {
        Member before = byId.put(member.accountId(), member);
        owners += ownersIn(member) - ownersIn(before);
    }

    void leave(AccountId accountId) {
        owners -= ownersIn(byId.remove(accountId));
    }

    void changeRole(AccountId accountId, Role role, EventPosition position) {
        if (byId.containsKey(accountId)) {
            put(new Member(accountId, role, position));
        }
    }

    void ban(AccountId accountId, EventPosition position) {
        leave(accountId);
        bans.put(accountId, position);
    }

    void unban(AccountId accountId) {
        bans.remove(accountId);
    }

    Optional<Member> find(AccountId accountId) {
        return Optional.ofNullable(byId.get(accountId));
    }

    Optional<EventPosition> banOf(AccountId accountId) {
        return Optional.ofNullable(bans.get(accountId));
    }

    boolean isLastOwner(Member member) {
        return areLastOwners(List.of(member));
    }

    /** Whether the channel would be without an owner if these were none. */
    boolean areLastOwners(List<Member> some) {
        long owning =
                some.stream().filter(member -> member.role() == Role.OWNER).count();
        return owning > 0 && owning == owners;
    }

    int size() {
        return byId.size() + bans.size();
    }

    List<Member> all() {
        return List.copyOf(byId.values());
    }

    Map<AccountId, EventPosition> bans() {
        return bans;
    }

    /** The actor's membership. Strangers to a channel that is not public are told that there is no such channel. */
    Member require(AccountId actor, @Nullable Visibility visibility) {
        return find(actor)
                .orElseThrow(() -> visibility == Visibility.PUBLIC
                        ? new CommandRefusedException(RejectionCode.FORBIDDEN, "not a member of this channel")
                        : unknownChannel());
    }

    static CommandRefusedException unknownChannel() {
        return new CommandRefusedException(RejectionCode.NOT_FOUND, "no such channel");
    }

    private static int ownersIn(@Nullable Member member) {
        return member != null && member.role() == Role.OWNER ? 1 : 0;
    }
}
