package tidings.command.apitoken;

import tidings.access.Identity;
import tidings.command.account.AccountDirectory;
import tidings.command.account.AccountRole;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.RejectionCode;
import tidings.command.limits.CreationRates;
import tidings.events.account.AccountId;

/** Who may issue tokens of which account, and how many at once, and who may see and revoke them. */
final class TokenAuthority {

    private final BotStore bots;
    private final AccountDirectory accounts;
    private final CreationRates rates;

    TokenAuthority(BotStore bots, AccountDirectory accounts, CreationRates rates) {
        this.bots = bots;
        this.accounts = accounts;
        this.rates = rates;
    }

    /** To issue: of the own account and of the bots that the caller answers for, but no webhook's. */
    void requireOwn(Identity caller, AccountId accountId) {
        if (!caller.accountId().equals(accountId) && !bots.answersFor(caller.accountId(), accountId)) {
            throw new CommandRefusedException(RejectionCode.NOT_FOUND, "no such account");
        }
        if (bots.isWebhook(accountId)) {
            throw new CommandRefusedException(RejectionCode.FORBIDDEN, "a webhook's bot acts through its address only");
        }
    }

    /** Counts a token that the caller is about to issue. */
    void count(Identity caller) {
        rates.token(caller.accountId());
    }

    /** To see and revoke: of those, and an administrator also of any bot. */
    void require(Identity caller, AccountId accountId) {
        boolean authorised = caller.accountId().equals(accountId)
                || bots.answersFor(caller.accountId(), accountId)
                || accounts.rolesOf(caller.accountId()).contains(AccountRole.ADMIN) && bots.isBot(accountId);
        if (!authorised) {
            throw new CommandRefusedException(RejectionCode.NOT_FOUND, "no such account");
        }
    }
}
