package tidings.events.channel;

/** What a member may do in a channel, the most powerful first. */
public enum Role {
    OWNER,
    ADMIN,
    MODERATOR,
    MEMBER,
    GUEST
}
