package tidings.command.channel;

import java.time.Instant;
import tidings.access.Identity;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.Decisions;
import tidings.command.dispatch.Outcome;
import tidings.command.limits.SendRates;

/** Decides what REST calls ask of channels, within the rates that hold for sockets too. */
final class RateLimitedDecisions {

    private final Decisions decisions;
    private final SendRates rates;

    RateLimitedDecisions(Decisions decisions, SendRates rates) {
        this.decisions = decisions;
        this.rates = rates;
    }

    /** Where a change that is durable now stands in its channel. */
    record Change(long seq, Instant at) {}

    /** As {@link #decide}, for callers who are told where the change stands. */
    Change change(Identity caller, ChannelCommand command) {
        Outcome.Accepted accepted = decide(caller, command);
        return new Change(accepted.seq(), accepted.at());
    }

    /** @throws CommandRefusedException when the command is rejected, comes too early, or nothing can be recorded now */
    Outcome.Accepted decide(Identity caller, ChannelCommand command) {
        rates.require(caller.accountId(), command.channelId());
        return decisions.decide(caller.accountId(), command);
    }
}
