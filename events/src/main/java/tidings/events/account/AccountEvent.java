package tidings.events.account;

import tidings.events.EventRevision;

/** Everything that happens to an account and that others may know. */
public sealed interface AccountEvent {

    /** Somebody signed up. */
    @EventRevision(1)
    record AccountRegistered(String username, String displayName, boolean bot) implements AccountEvent {}

    /** An author of imported messages became an account without credentials. */
    @EventRevision(1)
    record AccountImported(String username, String displayName, boolean bot, String source, String sourceId)
            implements AccountEvent {}

    /** A session was ended by its owner: its sockets close. */
    @EventRevision(1)
    record SessionEnded(String sessionId) implements AccountEvent {}
}
