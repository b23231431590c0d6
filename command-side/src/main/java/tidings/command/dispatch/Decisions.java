package tidings.command.dispatch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tidings.events.account.AccountId;

/** Hands commands on and waits, on the caller's virtual thread, until the decision is durable. */
public final class Decisions {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final CommandDispatcher dispatcher;

    public Decisions(CommandDispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    /** @throws CommandRefusedException when the command is rejected, or nothing can be recorded now */
    public Outcome.Accepted decide(@Nullable AccountId actor, AggregateCommand command) {
        return switch (outcome(actor, command)) {
            case Outcome.Accepted accepted -> accepted;
            case Outcome.Rejected rejected -> throw CommandRefusedException.of(rejected);
        };
    }

    public Outcome outcome(@Nullable AccountId actor, AggregateCommand command) {
        return dispatcher.dispatch(actor, command, PATIENCE).join();
    }
}
