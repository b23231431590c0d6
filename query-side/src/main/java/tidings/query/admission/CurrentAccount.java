package tidings.query.admission;

import io.micrometer.context.ContextRegistry;
import org.jspecify.annotations.Nullable;
import tidings.events.account.AccountId;

/**
 * The account whose query this thread answers, if any. Spring for GraphQL carries it to the threads
 * on which it fetches fields.
 */
public final class CurrentAccount {

    private static final ThreadLocal<AccountId> ACCOUNT = new ThreadLocal<>();

    static {
        ContextRegistry.getInstance().registerThreadLocalAccessor("tidings.account", ACCOUNT);
    }

    private CurrentAccount() {}

    /** Works for the account until it is closed; on the same thread. */
    public static Permit set(AccountId account) {
        ACCOUNT.set(account);
        return ACCOUNT::remove;
    }

    static @Nullable AccountId get() {
        return ACCOUNT.get();
    }
}
