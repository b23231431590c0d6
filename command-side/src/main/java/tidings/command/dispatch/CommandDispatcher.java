package tidings.command.dispatch;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tidings.events.account.AccountId;

/** The one way to a decision. */
public interface CommandDispatcher {

    /**
     * Decides in the aggregate's order; completes only after the decision is durable (or refused), and never
     * exceptionally. Commands of one aggregate that one thread dispatches in an order are decided in that order.
     *
     * @param actor who asks; null where nobody is signed in yet, as at a registration, or where the system itself acts
     * @param timeout after which the caller gives up: what has not begun by then is dropped
     */
    CompletableFuture<Outcome> dispatch(@Nullable AccountId actor, AggregateCommand command, Duration timeout);
}
