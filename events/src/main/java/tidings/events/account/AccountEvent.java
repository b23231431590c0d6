package tidings.events.account;

import java.util.List;
import java.util.UUID;
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

    /** The account is shown by another name. */
    @EventRevision(1)
    record ProfileChanged(String displayName) implements AccountEvent {}

    /** What an administrator must be able to look up later: who may do what, and who may be who. Never a credential. */
    sealed interface AuditedAct extends AccountEvent {}

    /** The password is another one; all other sessions end. */
    @EventRevision(1)
    record PasswordChanged() implements AuditedAct {}

    /** The account can no longer sign in; its name and messages stay. */
    @EventRevision(1)
    record AccountDeactivated() implements AuditedAct {}

    /** The account can sign in again. */
    @EventRevision(1)
    record AccountReactivated() implements AuditedAct {}

    /** The account is gone for good: it never signs in again, its names are no longer shown, nobody else gets its username. */
    @EventRevision(1)
    record AccountDeleted() implements AuditedAct {}

    /** The account has a role on the whole instance. */
    @EventRevision(1)
    record RoleGranted(String role) implements AuditedAct {}

    /** The account no longer has a role on the whole instance. */
    @EventRevision(1)
    record RoleRevoked(String role) implements AuditedAct {}

    /** A program may act as this account, within the scopes. */
    @EventRevision(1)
    record TokenIssued(String tokenId, String name, List<String> scopes) implements AuditedAct {

        public TokenIssued {
            scopes = List.copyOf(scopes);
        }
    }

    /** A program may no longer act as this account. */
    @EventRevision(1)
    record TokenRevoked(String tokenId) implements AuditedAct {}

    /** Whoever knows an address may post into a channel as this account. */
    @EventRevision(1)
    record WebhookCreated(String webhookId, UUID channelId) implements AuditedAct {}

    /** The webhook's address is good for nothing any more. */
    @EventRevision(1)
    record WebhookDeleted(String webhookId) implements AuditedAct {}

    /** Signing in needs a one-time password too. */
    @EventRevision(1)
    record SecondFactorEnabled() implements AuditedAct {}

    /** Signing in needs the password only. */
    @EventRevision(1)
    record SecondFactorDisabled() implements AuditedAct {}
}
