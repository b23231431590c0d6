package tidings.command.channel;

import java.util.Collection;
import tidings.events.account.AccountId;

/** Which accounts may be brought into channels. Blocks on the database. */
public interface MemberAccounts {

    /** Whether all of these are accounts. */
    boolean allExist(Collection<AccountId> accountIds);

    /** Whether none of these accounts is deactivated or deleted. */
    boolean allActive(Collection<AccountId> accountIds);
}
