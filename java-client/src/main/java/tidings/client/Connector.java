package tidings.client;

import java.util.concurrent.CompletableFuture;

/** Opens connections. */
@FunctionalInterface
public interface Connector {

    /**
     * A new connection, which tells its handler nothing before it is open; fails when it is refused, with a
     * {@link RetryLaterException} when it was told when to come again.
     */
    CompletableFuture<Connection> open(Connection.Handler handler);
}
