package tidings.command.web;

import java.time.Duration;
import java.time.Instant;
import tidings.command.dispatch.AggregateCommand;
import tidings.command.dispatch.CommandDispatcher;
import tidings.command.dispatch.Outcome;
import tidings.command.session.Caller;

/** Hands a request's command on and waits, on the request's virtual thread, until the decision is durable. */
final class Decisions {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final CommandDispatcher dispatcher;

    Decisions(CommandDispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    /** @throws ProblemException when the command is rejected */
    Outcome.Accepted decide(Caller caller, AggregateCommand command) {
        return switch (outcome(caller, command)) {
            case Outcome.Accepted accepted -> accepted;
            case Outcome.Rejected rejected ->
                throw new ProblemException(Problem.of(rejected.code(), rejected.message(), rejected.retryAfter()));
        };
    }

    /** Where a change that is durable now stands in its channel. */
    record Changed(long seq, Instant at) {}

    /** As {@link #decide}. */
    Changed change(Caller caller, AggregateCommand command) {
        Outcome.Accepted accepted = decide(caller, command);
        return new Changed(accepted.seq(), accepted.at());
    }

    Outcome outcome(Caller caller, AggregateCommand command) {
        return dispatcher.dispatch(caller.accountId(), command, PATIENCE).join();
    }
}
