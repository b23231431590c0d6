package tidings.query.identity;

import tidings.events.account.AccountId;

/** Remembers sessions that were ended, for longer than any of their tokens could be valid. Blocks; of all nodes alike. */
public interface EndedSessions {

    boolean ended(AccountId account, String sessionId);
}
