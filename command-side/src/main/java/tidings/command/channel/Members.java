package tidings.command.channel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tidings.command.dispatch.CommandRefused;
import tidings.command.dispatch.RejectionCode;
import tidings.events.account.AccountId;
import tidings.events.channel.Role;
import tidings.events.channel.Visibility;

/** Who is in a channel, with which role, and what that allows. */
final class Members {

    /** A membership and the event that made it. */
    record Member(AccountId accountId, Role role, Mark since) {}

    private final Map<AccountId, Member> byId = new LinkedHashMap<>();

    void join(Member member) {
        byId.put(member.accountId(), member);
    }

    void leave(AccountId accountId) {
        byId.remove(accountId);
    }

    Optional<Member> find(AccountId accountId) {
        return Optional.ofNullable(byId.get(accountId));
    }

    int size() {
        return byId.size();
    }

    List<Member> all() {
        return List.copyOf(byId.values());
    }

    /** The actor's membership. Strangers to a channel that is not public are told that there is no such channel. */
    Member require(AccountId actor, @Nullable Visibility visibility) {
        return find(actor)
                .orElseThrow(() -> visibility == Visibility.PUBLIC
                        ? new CommandRefused(RejectionCode.FORBIDDEN, "not a member of this channel")
                        : unknownChannel());
    }

    /** To public channels every member adds people, to private ones owners and admins, to direct ones nobody. */
    static boolean mayAdd(Member actor, @Nullable Visibility visibility) {
        return visibility == Visibility.PUBLIC
                || (visibility == Visibility.PRIVATE && actor.role().compareTo(Role.ADMIN) <= 0);
    }

    /** Owners and admins remove whoever has less power than they. */
    static boolean mayRemove(Member actor, Member other, @Nullable Visibility visibility) {
        return visibility != Visibility.DIRECT
                && actor.role().compareTo(Role.ADMIN) <= 0
                && actor.role().compareTo(other.role()) < 0;
    }

    /** An author withdraws what is his or hers; moderators and above whatever is there. */
    static boolean mayDelete(Member actor, AccountId author) {
        return actor.accountId().equals(author) || actor.role().compareTo(Role.MODERATOR) <= 0;
    }

    static CommandRefused unknownChannel() {
        return new CommandRefused(RejectionCode.NOT_FOUND, "no such channel");
    }
}
