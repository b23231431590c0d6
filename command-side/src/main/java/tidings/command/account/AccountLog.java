package tidings.command.account;

import java.time.Duration;
import tidings.command.dispatch.CommandDispatcher;
import tidings.command.dispatch.CommandRefused;
import tidings.command.dispatch.Outcome;
import tidings.events.account.AccountId;

/** Has accounts' decisions made, and waits until they are durable. */
public final class AccountLog {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final CommandDispatcher dispatcher;

    AccountLog(CommandDispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    /** @throws CommandRefused when the account refuses, or nothing can be recorded now */
    public Outcome.Accepted record(AccountId actor, AccountCommand command) {
        return switch (dispatcher.dispatch(actor, command, PATIENCE).join()) {
            case Outcome.Accepted accepted -> accepted;
            case Outcome.Rejected rejected -> throw new CommandRefused(rejected.code(), rejected.message());
        };
    }
}
