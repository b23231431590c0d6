package tidings.command.dispatch;

/**
 * An aggregate whose commands the dispatcher takes: declare one as a bean per aggregate. Its command handlers are
 * Axon's, return {@link Outcome.Accepted}, and refuse by {@link CommandRefused}.
 *
 * @param type the class with the {@code @CommandHandler} methods
 */
public record AggregateType<T>(Class<T> type) {}
