package tidings.command.channel;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tidings.events.channel.Role;
import tidings.events.channel.Visibility;

/**
 * The permission table: what there is to do in a channel, and from which role on. In direct channels all are equal, and
 * only what is marked so can be done there; the same holds for archived channels, and for guests who only read.
 */
enum Act {
    POST(Role.GUEST, "guests only read here", Also.IN_DIRECT),
    ANNOUNCE(Role.MODERATOR, "only moderators and above post here", Also.IN_DIRECT),
    SKIP_SLOW_MODE(Role.MODERATOR, "members wait between two messages here", Also.IN_DIRECT),
    MENTION_ALL(Role.MEMBER, "guests do not call everybody", Also.IN_DIRECT),
    REACT(Role.GUEST, "guests only read here", Also.IN_DIRECT),
    EDIT_OWN(Role.GUEST, "guests only read here", Also.IN_DIRECT),
    DELETE_OWN(Role.GUEST, "nobody deletes here", Also.IN_DIRECT, Also.BY_READERS),
    DELETE_ANY(Role.MODERATOR, "only its author and moderators delete a message"),
    PIN(Role.MEMBER, "guests do not pin", Also.IN_DIRECT),
    DESCRIBE(Role.MODERATOR, "only moderators and above say what a channel is about", Also.IN_DIRECT),
    RENAME(Role.ADMIN, "only owners and admins rename a channel"),
    SET_RULES(Role.ADMIN, "only owners and admins set a channel's rules"),
    ARCHIVE(Role.ADMIN, "only owners and admins archive a channel", Also.IN_ARCHIVED),
    ADD_TO_PUBLIC(Role.MEMBER, "guests add nobody"),
    ADD_TO_PRIVATE(Role.ADMIN, "only owners and admins add members here"),
    CHANGE_ROLES(Role.ADMIN, "only owners and admins change roles"),
    REMOVE(Role.MODERATOR, "only moderators and above remove members of less power", Also.IN_ARCHIVED),
    BAN(Role.MODERATOR, "only moderators and above ban people of less power", Also.IN_ARCHIVED),
    LEAVE(Role.GUEST, "nobody leaves a direct channel", Also.IN_ARCHIVED, Also.BY_READERS);

    /** Where an act is possible beyond open, named channels. */
    enum Also {
        IN_DIRECT,
        IN_ARCHIVED,
        BY_READERS
    }

    private final Role from;
    private final String refusal;
    private final Set<Also> also;

    Act(Role from, String refusal, Also... also) {
        this.from = from;
        this.refusal = refusal;
        this.also = EnumSet.noneOf(Also.class);
        this.also.addAll(List.of(also));
    }

    /** Whether somebody of this role may do it in such a channel, archived or not. */
    boolean isAllowedTo(Role role, Settings settings) {
        if (settings.visibility() == Visibility.DIRECT) {
            return also.contains(Also.IN_DIRECT);
        }
        boolean onlyReads = role == Role.GUEST && settings.guestsReadOnly();
        return role.compareTo(from) <= 0 && (!onlyReads || also.contains(Also.BY_READERS));
    }

    /** Whether it is possible in an archived channel. */
    boolean isPossibleWhileArchived() {
        return also.contains(Also.IN_ARCHIVED);
    }

    /** Why it is not allowed, for people. */
    String refusal() {
        return refusal;
    }

    /** What adds somebody to such a channel. */
    static Act addingTo(Settings settings) {
        return settings.visibility() == Visibility.PUBLIC ? ADD_TO_PUBLIC : ADD_TO_PRIVATE;
    }

    /** Whether one has more power than the other; equals have none over each other. */
    static boolean outranks(Role one, Role other) {
        return one.compareTo(other) < 0;
    }

    /** Owners give every role; whoever else changes roles gives those below his or her own. */
    static boolean gives(Role giver, Role given) {
        return giver == Role.OWNER || outranks(giver, given);
    }
}
