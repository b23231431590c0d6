package tidings.command.dispatch.stripes;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tidings.command.dispatch.AggregateCommand;
import tidings.command.dispatch.Outcome;
import tidings.events.account.AccountId;

/** A command on its way to its outcome. */
record PendingCommand(
        @Nullable AccountId actor,
        AggregateCommand command,
        long deadlineNanos,
        int attempt,
        CompletableFuture<Outcome> outcome) {

    boolean isLate(long nowNanos) {
        return nowNanos - deadlineNanos >= 0;
    }

    PendingCommand again() {
        return new PendingCommand(actor, command, deadlineNanos, attempt + 1, outcome);
    }
}
