package tidings.command.limits;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tidings.command.channel.ChannelCommand;
import tidings.command.dispatch.AggregateCommand;
import tidings.command.dispatch.CommandDispatcher;
import tidings.command.dispatch.Outcome;
import tidings.command.dispatch.RejectionCode;
import tidings.events.account.AccountId;

/** What the gateways' commands go through: refuses those that come quicker than {@link SendRates} allow. */
public record LimitedDispatcher(CommandDispatcher dispatcher, SendRates rates) implements CommandDispatcher {

    @Override
    public CompletableFuture<Outcome> dispatch(@Nullable AccountId actor, AggregateCommand command, Duration timeout) {
        if (actor != null && command instanceof ChannelCommand inChannel) {
            Duration wait = rates.take(actor, inChannel.channelId());
            if (!wait.isZero()) {
                return CompletableFuture.completedFuture(
                        new Outcome.Rejected(RejectionCode.RATE_LIMITED, SendRates.REFUSAL, wait.plusMillis(1)));
            }
        }
        return dispatcher.dispatch(actor, command, timeout);
    }
}
