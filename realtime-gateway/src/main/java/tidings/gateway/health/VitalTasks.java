package tidings.gateway.health;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * How those tasks fare without which this process is of no use. One that fails in ways that nobody foresaw for a minute,
 * and succeeds at nothing meanwhile, ends the process, so that its supervisor starts it anew. An outage of what the
 * gateway needs is no such failure: a new process would help nobody.
 */
@Component
public final class VitalTasks {

    private static final Duration HOPELESS_AFTER = Duration.ofSeconds(60);

    private final Map<String, Long> failingSince = new ConcurrentHashMap<>();
    private final Duration hopelessAfter;
    private final LongSupplier nanoTime;
    private final AtomicReference<Runnable> whenHopeless = new AtomicReference<>(() -> {});

    @Autowired
    VitalTasks() {
        this(HOPELESS_AFTER, System::nanoTime);
    }

    public VitalTasks(Duration hopelessAfter, LongSupplier nanoTime) {
        this.hopelessAfter = hopelessAfter;
        this.nanoTime = nanoTime;
    }

    /** What ends the process, once; without it a hopeless gateway is merely not ready. */
    public void whenHopeless(Runnable end) {
        whenHopeless.set(end);
    }

    public void succeeded(String task) {
        failingSince.remove(task);
    }

    public void failed(String task) {
        failingSince.putIfAbsent(task, nanoTime.getAsLong());
        if (hopeless().isPresent()) {
            whenHopeless.getAndSet(() -> {}).run();
        }
    }

    /** A task that has failed for so long that only a new process may help. */
    public Optional<String> hopeless() {
        long now = nanoTime.getAsLong();
        return failingSince.entrySet().stream()
                .filter(task -> now - task.getValue() > hopelessAfter.toNanos())
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
