package tidings.command.dispatch;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * An aggregate whose commands the dispatcher takes: declare one as a bean per aggregate. Its command handlers are
 * Axon's, return {@link Outcome.Accepted}, and refuse by {@link CommandRefusedException} before they apply any event; its
 * identifier is given to its constructor.
 *
 * @param type the class with the {@code @CommandHandler} methods; its simple name is the stream's type
 * @param create makes the empty aggregate of an id
 * @param weight how much room it takes in the cache, in units of about 500 bytes
 * @param resources what its handlers may ask for beyond the message, each by its class
 */
public record AggregateType<T>(Class<T> type, Function<UUID, T> create, ToIntFunction<T> weight, List<?> resources) {

    /** A small aggregate, of which many fit the cache, and that decides by itself. */
    public AggregateType(Class<T> type, Function<UUID, T> create) {
        this(type, create, aggregate -> 1, List.of());
    }

    /** The key of the command metadata under which the acting {@link tidings.events.account.AccountId} stands. */
    public static final String ACTOR = "actorId";

    /**
     * The key of the command metadata that is {@code true} where an earlier attempt at this command met a conflict:
     * what it asks for may be in the log already, further back than the aggregate remembers.
     */
    public static final String REPEATED = "repeated";
}
