package tidings.command.channel;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;

/** Who is called what, and who answers for which bots. */
public interface Directory {

    /**
     * The accounts of these usernames; blocks on the database.
     *
     * @param usernames in lower case
     * @return by the username as it was asked for; names that nobody has are left out
     */
    Map<String, AccountId> named(Collection<String> usernames);

    /**
     * The bots that somebody answers for: those that anybody can act as, and of those that are only a webhook's the members
     * of this channel. Blocks on the database, and knows what is committed.
     */
    default Set<AccountId> botsOf(AccountId owner, ChannelId channelId) {
        return Set.of();
    }
}
