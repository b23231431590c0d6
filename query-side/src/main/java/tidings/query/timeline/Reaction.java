package tidings.query.timeline;

import java.util.List;
import tidings.events.account.AccountId;

/**
 * One emoji under a message.
 *
 * @param count how many accounts reacted with it
 * @param mine whether the asker is one of them
 * @param accountIds the first of them, at most {@link MessageDetailQueries#NAMED_REACTIONS}
 */
public record Reaction(String emoji, int count, boolean mine, List<AccountId> accountIds) {}
