package tidings.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Does something later, on any thread. */
@FunctionalInterface
public interface Timer {

    /** The JVM's own. */
    Timer SYSTEM = (delayMs, task) ->
            CompletableFuture.delayedExecutor(delayMs, TimeUnit.MILLISECONDS).execute(task);

    void after(long delayMs, Runnable task);
}
