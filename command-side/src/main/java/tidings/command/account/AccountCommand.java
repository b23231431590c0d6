package tidings.command.account;

import java.util.List;
import java.util.UUID;
import tidings.command.dispatch.AggregateCommand;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;

/** Everything that can be asked of an account. Each may be repeated: what is already so stays so. */
public sealed interface AccountCommand extends AggregateCommand {

    AccountId accountId();

    @Override
    default UUID aggregateId() {
        return accountId().value();
    }

    /** Somebody signs up. The name is reserved for this account. */
    record RegisterAccount(AccountId accountId, Username username, DisplayName displayName) implements AccountCommand {}

    /** An author of imported messages becomes an account. The name is reserved for it. */
    record ImportAccount(
            AccountId accountId,
            Username username,
            DisplayName displayName,
            boolean bot,
            String source,
            String sourceId)
            implements AccountCommand {}

    /** A session is over: whoever holds its sockets closes them. */
    record EndSession(AccountId accountId, String sessionId) implements AccountCommand {}

    /** Somebody makes a bot: an account that never signs in, for which its maker answers. The name is reserved for it. */
    record RegisterBot(AccountId accountId, Username username, DisplayName displayName) implements AccountCommand {}

    record ChangeProfile(AccountId accountId, DisplayName displayName) implements AccountCommand {}

    /** Notes that the password is about to be another one. */
    record NotePasswordChange(AccountId accountId) implements AccountCommand {}

    /** By its owner or an administrator: whoever asks was authorised before. */
    record Deactivate(AccountId accountId) implements AccountCommand {}

    /** By an administrator. */
    record Reactivate(AccountId accountId) implements AccountCommand {}

    /** By its owner or an administrator; final. */
    record Delete(AccountId accountId) implements AccountCommand {}

    /** By an administrator. */
    record GrantRole(AccountId accountId, AccountRole role) implements AccountCommand {}

    /** By an administrator; that one stays is seen to before. */
    record RevokeRole(AccountId accountId, AccountRole role) implements AccountCommand {}

    /** At most {@value #MAX_TOKENS} at a time. */
    record IssueToken(AccountId accountId, String tokenId, String name, List<String> scopes) implements AccountCommand {

        public static final int MAX_TOKENS = 50;

        public IssueToken {
            scopes = List.copyOf(scopes);
        }
    }

    record RevokeToken(AccountId accountId, String tokenId) implements AccountCommand {}

    record NoteWebhook(AccountId accountId, String webhookId, ChannelId channelId) implements AccountCommand {}

    record NoteWebhookDeletion(AccountId accountId, String webhookId) implements AccountCommand {}

    /** Notes that one-time passwords are asked for from now on, or no longer. */
    record NoteSecondFactor(AccountId accountId, boolean enabled) implements AccountCommand {}
}
