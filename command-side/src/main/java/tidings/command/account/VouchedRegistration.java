package tidings.command.account;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import tidings.command.dispatch.CommandDispatcher;
import tidings.command.dispatch.CommandRefused;
import tidings.command.dispatch.Outcome;
import tidings.events.account.AccountId;

/** Makes accounts without a password, for people for whom another system vouches at each sign-in. */
public final class VouchedRegistration {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final NameAssignments names;
    private final NameReservations founders;
    private final CommandDispatcher dispatcher;

    VouchedRegistration(NameAssignments names, NameReservations founders, CommandDispatcher dispatcher) {
        this.names = names;
        this.founders = founders;
        this.dispatcher = dispatcher;
    }

    /**
     * Repeated for the same id, it completes what was cut off and changes nothing else.
     *
     * @param wished its name, or where it is taken that name with a number behind it
     * @param displayName by the name that it got
     * @throws CommandRefused when nothing can be recorded now
     */
    public void register(AccountId accountId, Username wished, Function<Username, DisplayName> displayName) {
        Username username =
                Objects.requireNonNull(names.assign(Map.of(accountId, wished)).get(accountId));
        Outcome outcome = dispatcher
                .dispatch(
                        null,
                        new AccountCommand.RegisterAccount(accountId, username, displayName.apply(username)),
                        PATIENCE)
                .join();
        if (outcome instanceof Outcome.Rejected rejected) {
            throw new CommandRefused(rejected.code(), rejected.message());
        }
        founders.claimFirst(accountId);
    }
}
