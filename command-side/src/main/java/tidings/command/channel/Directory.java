package tidings.command.channel;

import java.util.Collection;
import java.util.Map;
import tidings.events.account.AccountId;

/** Who is called what. */
public interface Directory {

    /**
     * The accounts of these usernames; blocks on the database.
     *
     * @param usernames in lower case
     * @return by the username as it was asked for; names that nobody has are left out
     */
    Map<String, AccountId> named(Collection<String> usernames);
}
