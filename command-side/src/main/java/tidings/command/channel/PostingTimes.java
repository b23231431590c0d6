package tidings.command.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tidings.events.account.AccountId;

/**
 * When each member last posted while slow mode is on, the earliest first. Who waited long enough is forgotten, and beyond
 * {@link #MAX} people the earliest are: then some may post too early, and nobody has to wait too long.
 */
final class PostingTimes {

    static final int MAX = 10_000;

    private final Map<AccountId, Instant> lastByAccount = new LinkedHashMap<>();

    void posted(AccountId accountId, Instant at, Duration slowMode) {
        lastByAccount.remove(accountId);
        lastByAccount.put(accountId, at);
        Iterator<Instant> earliest = lastByAccount.values().iterator();
        while (earliest.hasNext()) {
            boolean over = !earliest.next().plus(slowMode).isAfter(at);
            if (!over && lastByAccount.size() <= MAX) {
                return;
            }
            earliest.remove();
        }
    }

    void clear() {
        lastByAccount.clear();
    }

    /** How long somebody has to wait still; zero for not at all. */
    Duration waitOf(AccountId accountId, Instant now, Duration slowMode) {
        Duration left = Optional.ofNullable(lastByAccount.get(accountId))
                .map(last -> Duration.between(now, last.plus(slowMode)))
                .orElse(Duration.ZERO);
        return left.isNegative() ? Duration.ZERO : left;
    }

    int size() {
        return lastByAccount.size();
    }

    Map<AccountId, Instant> all() {
        return lastByAccount;
    }

    void restore(AccountId accountId, Instant at) {
        lastByAccount.put(accountId, at);
    }
}
