package tidings.query.kafka;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs the consuming for as long as the node runs: one thread, one consumer of both topics. Nothing that is thrown ends
 * it; until it has gone on, the node is not ready.
 */
@Component
final class ConsumerLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ConsumerLoop.class);
    private static final long STOP_MILLIS = 8_000;
    private static final long FIRST_PAUSE_NANOS = 500_000_000L;
    private static final long LONGEST_PAUSE_NANOS = 20_000_000_000L;

    private final LogConsumers consumers;
    private final BatchWindow window;
    private final List<TopicProjection> topics;
    private final ConsumerState state;
    private volatile @Nullable Consumer<byte[], byte[]> consumer;
    private volatile @Nullable Thread thread;
    private volatile boolean running;

    ConsumerLoop(LogConsumers consumers, LogProperties properties, List<TopicProjection> topics, ConsumerState state) {
        this.consumers = consumers;
        this.window = new BatchWindow(properties.gather(), properties.batchSize());
        this.topics = topics;
        this.state = state;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("consumer-loop").start(this::run);
    }

    /** Opens a new consumer after every failure: the views remember where to go on. */
    private void run() {
        long pause = FIRST_PAUSE_NANOS;
        while (running) {
            long begin = System.nanoTime();
            try {
                consume();
            } catch (WakeupException e) {
                LOG.info("the consumer loop stops");
            } catch (RuntimeException | Error e) {
                LOG.warn("ALARM the consumer loop failed, {} times by now; it begins again", state.failed(e), e);
            }
            pause = System.nanoTime() - begin > LONGEST_PAUSE_NANOS
                    ? FIRST_PAUSE_NANOS
                    : Math.min(pause * 2, LONGEST_PAUSE_NANOS);
            if (running) {
                LockSupport.parkNanos(pause);
            }
        }
    }

    private void consume() {
        try (Consumer<byte[], byte[]> opened = consumers.ofGroup()) {
            consumer = opened;
            PartitionFollower follower = new PartitionFollower(opened, window, topics, state);
            while (running) {
                follower.turn();
                state.goesOn(ConsumerState.LOOP);
            }
        } finally {
            consumer = null;
            state.assigned(false);
        }
    }

    @Override
    public void stop() {
        running = false;
        Consumer<byte[], byte[]> open = consumer;
        Thread loop = thread;
        if (loop == null) {
            return;
        }
        LockSupport.unpark(loop);
        if (open != null) {
            open.wakeup();
        }
        try {
            loop.join(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
