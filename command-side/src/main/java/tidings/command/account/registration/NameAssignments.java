package tidings.command.account.registration;

import java.util.Map;
import tidings.command.account.Username;
import tidings.events.account.AccountId;

/** Gives many accounts that have no password their names at once. */
public interface NameAssignments {

    /**
     * Gives each account the name that was wished for it, or where it is taken, reserved or like one that is taken, that name with the next free number behind
     * it ({@code -2}, {@code -3}, …). An account that has a name keeps it.
     *
     * @return the name of each
     */
    Map<AccountId, Username> assign(Map<AccountId, Username> wished);
}
