package tidings.command.account.registration;

import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import tidings.command.account.AccountCommand;
import tidings.command.account.DisplayName;
import tidings.command.account.Username;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.Decisions;
import tidings.events.account.AccountId;

/** Makes accounts without a password, for people for whom another system vouches at each sign-in. */
public final class VouchedRegistration {

    private final NameAssignments names;
    private final NameReservations founders;
    private final Decisions decisions;

    VouchedRegistration(NameAssignments names, NameReservations founders, Decisions decisions) {
        this.names = names;
        this.founders = founders;
        this.decisions = decisions;
    }

    /**
     * Repeated for the same id, it completes what was cut off and changes nothing else.
     *
     * @param wished its name, or where it is taken that name with a number behind it
     * @param displayName by the name that it got
     * @throws CommandRefusedException when nothing can be recorded now
     */
    public void register(AccountId accountId, Username wished, Function<Username, DisplayName> displayName) {
        Username username =
                Objects.requireNonNull(names.assign(Map.of(accountId, wished)).get(accountId));
        decisions.decide(null, new AccountCommand.RegisterAccount(accountId, username, displayName.apply(username)));
        founders.claimFirst(accountId);
    }
}
