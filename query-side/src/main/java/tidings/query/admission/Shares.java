package tidings.query.admission;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import tidings.events.account.AccountId;

/** Parts of a whole: each account has at most so many at once, and waits for its own before it waits for others'. */
final class Shares {

    private final int perAccount;
    private final Semaphore whole;
    private final Map<AccountId, Account> accounts = new ConcurrentHashMap<>();

    /** @param users how many threads hold or want a share: with none the account is forgotten */
    private record Account(Semaphore share, int users) {}

    Shares(int perAccount, int whole) {
        this.perAccount = perAccount;
        this.whole = new Semaphore(whole, true);
    }

    /** Empty when there was none in time. */
    Optional<Permit> take(AccountId account, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        Semaphore share = join(account);
        boolean granted = false;
        try {
            if (!share.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                return Optional.empty();
            }
            try {
                granted = whole.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            } finally {
                if (!granted) {
                    share.release();
                }
            }
        } finally {
            if (!granted) {
                leave(account);
            }
        }
        return granted ? Optional.of(permit(account, share)) : Optional.empty();
    }

    private Permit permit(AccountId account, Semaphore share) {
        AtomicBoolean open = new AtomicBoolean(true);
        return () -> {
            if (open.compareAndSet(true, false)) {
                whole.release();
                share.release();
                leave(account);
            }
        };
    }

    private Semaphore join(AccountId account) {
        return accounts.merge(
                        account,
                        new Account(new Semaphore(perAccount, true), 1),
                        (present, ignored) -> new Account(present.share(), present.users() + 1))
                .share();
    }

    private void leave(AccountId account) {
        accounts.computeIfPresent(
                account,
                (ignored, present) -> present.users() == 1 ? null : new Account(present.share(), present.users() - 1));
    }

    /** How many accounts hold or want something. */
    int accounts() {
        return accounts.size();
    }
}
