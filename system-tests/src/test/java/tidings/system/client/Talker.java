package tidings.system.client;

import java.util.concurrent.CompletableFuture;

/** Somebody who keeps sending messages until stopped. */
public interface Talker {

    /** How many of its messages were acknowledged so far. */
    int answered();

    /** Sends nothing new; completes with the number of acknowledged messages, once the last one was. */
    CompletableFuture<Integer> stop();
}
