package tidings.command.channel;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tidings.command.dispatch.AggregateCommand;
import tidings.command.dispatch.CommandDispatcher;
import tidings.command.dispatch.Outcome;
import tidings.command.limits.SendRates;
import tidings.events.account.AccountId;

/** What the gateways' commands go through: refuses those that come quicker than {@link SendRates} allow. */
public record RateLimitedDispatcher(CommandDispatcher dispatcher, SendRates rates) implements CommandDispatcher {

    @Override
    public CompletableFuture<Outcome> dispatch(@Nullable AccountId actor, AggregateCommand command, Duration timeout) {
        if (actor != null && command instanceof ChannelCommand inChannel) {
            Optional<Outcome.Rejected> refusal = rates.refusal(actor, inChannel.channelId());
            if (refusal.isPresent()) {
                return CompletableFuture.completedFuture(refusal.get());
            }
        }
        return dispatcher.dispatch(actor, command, timeout);
    }
}
