package tidings.query.kafka;

import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs the consuming for as long as the node runs: one thread, one consumer of both topics. */
@Component
final class EventLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(EventLoop.class);
    private static final long STOP_MILLIS = 8_000;

    private final LogConsumers consumers;
    private final Gathering gathering;
    private final List<TopicProjection> topics;
    private final ConsumerState state;
    private volatile @Nullable Consumer<byte[], byte[]> consumer;
    private volatile @Nullable Thread thread;
    private volatile boolean running;

    EventLoop(LogConsumers consumers, LogProperties properties, List<TopicProjection> topics, ConsumerState state) {
        this.consumers = consumers;
        this.gathering = new Gathering(properties.gather(), properties.batchSize());
        this.topics = topics;
        this.state = state;
    }

    @Override
    public void start() {
        running = true;
        Consumer<byte[], byte[]> opened = consumers.ofGroup();
        consumer = opened;
        thread = Thread.ofPlatform().name("event-loop").start(() -> run(opened));
    }

    private void run(Consumer<byte[], byte[]> opened) {
        try (opened) {
            PartitionFollower follower = new PartitionFollower(opened, gathering, topics, state);
            while (running) {
                follower.turn();
            }
        } catch (org.apache.kafka.common.errors.WakeupException e) {
            LOG.info("stops consuming");
        } catch (RuntimeException | Error e) {
            LOG.warn("the event loop has ended: this node no longer follows the log", e);
            state.stuck("event loop", e.toString());
        }
    }

    @Override
    public void stop() {
        running = false;
        Consumer<byte[], byte[]> open = consumer;
        Thread loop = thread;
        if (open == null || loop == null) {
            return;
        }
        open.wakeup();
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
