package tidings.command.reauthentication;

import org.jspecify.annotations.Nullable;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.throttle.Origin;
import tidings.events.account.AccountId;

/** Checks the one-time passwords and recovery codes of accounts. */
public interface CodeCheck {

    /** Whether signing in needs a code. */
    boolean isOn(AccountId accountId);

    /**
     * Whether the code is right, or none is needed.
     *
     * @param code null when none was shown
     * @param origin where the call comes from, for the limits
     * @throws CommandRefusedException RATE_LIMITED when codes were guessed at too often
     */
    boolean accepts(AccountId accountId, @Nullable String code, Origin origin);
}
