package tidings.system.violations.command.barn;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Begins a thread that nobody looks after, and a task that ends at its first exception (R13). */
class Rooster {

    void crow() {
        Thread.ofVirtual().start(() -> {});
    }

    ScheduledExecutorService everyMorning() {
        ScheduledExecutorService mornings = Executors.newSingleThreadScheduledExecutor();
        var unused = mornings.scheduleAtFixedRate(() -> {}, 1, 1, TimeUnit.DAYS);
        return mornings;
    }
}
