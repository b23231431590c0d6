package tidings.command.account;

import java.util.UUID;
import tidings.command.dispatch.AggregateCommand;
import tidings.events.account.AccountId;

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
}
