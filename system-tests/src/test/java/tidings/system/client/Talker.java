package tidings.system.client;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Somebody who keeps sending messages until stopped. */
public interface Talker {

    /** How many of its messages were acknowledged so far. */
    int answered();

    /** Completes with the number of acknowledged messages once it was stopped and the last one was, or with what it died of. */
    CompletableFuture<Integer> end();

    /** Sends nothing new. */
    CompletableFuture<Integer> stop();

    /** What ended it although nobody stopped it; null while it goes on, and when it came to its end. */
    default @Nullable Throwable death() {
        return end().isCompletedExceptionally() ? end().exceptionNow() : null;
    }
}
