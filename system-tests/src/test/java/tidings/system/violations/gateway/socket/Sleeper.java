package tidings.system.violations.gateway.socket;

import java.util.concurrent.CompletableFuture;

/** Blocks on an event loop (R9). */
class Sleeper {

    void onFrame(CompletableFuture<String> answer) throws InterruptedException {
        Thread.sleep(1);
        answer.join();
    }
}
