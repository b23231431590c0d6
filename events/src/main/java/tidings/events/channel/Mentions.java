package tidings.events.channel;

import java.util.List;
import tidings.events.account.AccountId;

/**
 * Whom a body mentions, resolved when it was written: a later change of a name changes nothing.
 *
 * @param accountIds those who are mentioned by name, each once, in the order of the body
 * @param channel whether {@code @channel} mentions every member
 * @param here whether {@code @here} mentions every member who is online
 */
public record Mentions(List<AccountId> accountIds, boolean channel, boolean here) {

    public Mentions {
        accountIds = List.copyOf(accountIds);
    }
}
