package tidings.command.web;

import tidings.command.channel.ChannelCommand;
import tidings.command.dispatch.CommandRefused;
import tidings.command.dispatch.Decisions;
import tidings.command.dispatch.Outcome;
import tidings.command.limits.SendRates;
import tidings.command.session.Caller;

/** The way of REST calls to a channel's decisions, by the rates that hold for sockets too. */
final class ChannelCommands {

    private final Decisions decisions;
    private final SendRates rates;

    ChannelCommands(Decisions decisions, SendRates rates) {
        this.decisions = decisions;
        this.rates = rates;
    }

    /** @throws CommandRefused when the command is rejected, comes too early, or nothing can be recorded now */
    Outcome.Accepted decide(Caller caller, ChannelCommand command) {
        rates.require(caller.accountId(), command.channelId());
        return decisions.decide(caller.accountId(), command);
    }
}
