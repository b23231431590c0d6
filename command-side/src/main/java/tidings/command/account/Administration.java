package tidings.command.account;

import java.util.List;
import tidings.command.account.AccountCommand.Deactivate;
import tidings.command.account.AccountCommand.Delete;
import tidings.command.account.AccountCommand.GrantRole;
import tidings.command.account.AccountCommand.Reactivate;
import tidings.command.account.AccountCommand.RevokeRole;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.Decisions;
import tidings.command.dispatch.RejectionCode;
import tidings.events.account.AccountId;

/** What administrators do to accounts. Their role is looked up each time: a token may remember one that was revoked. */
public final class Administration {

    private final AccountDirectory accounts;
    private final Decisions decisions;
    private final SignOut signOut;
    private final AdministratorStore administrators;

    Administration(AccountDirectory accounts, Decisions decisions, SignOut signOut, AdministratorStore administrators) {
        this.accounts = accounts;
        this.decisions = decisions;
        this.signOut = signOut;
        this.administrators = administrators;
    }

    /** @throws CommandRefusedException FORBIDDEN when the account is no administrator now */
    public void requireAdministrator(AccountId id) {
        if (!accounts.rolesOf(id).contains(AccountRole.ADMIN) || !accounts.isActive(id)) {
            throw new CommandRefusedException(RejectionCode.FORBIDDEN, "only administrators may do that");
        }
    }

    public void deactivate(AccountId administrator, AccountId id) {
        requireAdministrator(administrator);
        administrators.keepWhile(id, () -> decisions.decide(administrator, new Deactivate(id)));
        signOut.everywhere(id, null);
    }

    public void reactivate(AccountId administrator, AccountId id) {
        requireAdministrator(administrator);
        decisions.decide(administrator, new Reactivate(id));
    }

    public void delete(AccountId administrator, AccountId id) {
        requireAdministrator(administrator);
        administrators.keepWhile(id, () -> decisions.decide(administrator, new Delete(id)));
        signOut.everywhere(id, null);
    }

    public void grant(AccountId administrator, AccountId id, AccountRole role) {
        requireAdministrator(administrator);
        requireGrantable(role);
        // the founder has the role without an event: the account itself would record once more what is so
        if (!accounts.rolesOf(id).contains(role)) {
            decisions.decide(administrator, new GrantRole(id, role));
        }
    }

    public void revoke(AccountId administrator, AccountId id, AccountRole role) {
        requireAdministrator(administrator);
        requireGrantable(role);
        if (accounts.rolesOf(id).contains(role) || !accounts.allExist(List.of(id))) {
            administrators.keepWhile(id, () -> decisions.decide(administrator, new RevokeRole(id, role)));
        }
    }

    private static void requireGrantable(AccountRole role) {
        if (role == AccountRole.USER) {
            throw new CommandRefusedException(RejectionCode.BAD_FRAME, "everybody has the role USER");
        }
    }
}
