package tidings.command.relay;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.async.FullConcurrencyPolicy;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.extensions.kafka.eventhandling.DefaultKafkaMessageConverter;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidings.command.background.BackgroundTask;
import tidings.command.background.BackgroundTasks;
import tidings.command.background.BackgroundTasks.Importance;

/**
 * Relays the log to Kafka. Of all nodes one does it at a time, whichever holds the claim on the position; the others
 * take over when it falls silent. Whatever was sent but whose position was not stored is sent again: consumers drop by
 * (stream, seq) what they have.
 */
public final class Relay implements AutoCloseable {

    /** The name of its position in the token table. */
    public static final String NAME = "kafka-relay";

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration LAST_LOOK = Duration.ofSeconds(2);

    private final KafkaSink sink;
    private final Topics topics;
    private final BackingOffProcessor processor;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile boolean topicsExist;
    private @Nullable BackgroundTask watch;

    /** What the relay is doing. */
    public enum State {
        STARTING,
        /** Another node does it. */
        STANDING_BY,
        RELAYING,
        /** Kafka does not take what there is; nothing is lost, all of it is late. */
        RETRYING,
        STOPPED
    }

    /** Where and what to relay. */
    public record Target(
            String bootstrapServers,
            String eventsTopic,
            String readMarkersTopic,
            short replication,
            int eventPartitions) {}

    public Relay(
            Target target,
            RelayProperties properties,
            EventStore eventStore,
            Serializer eventSerializer,
            TokenStore tokenStore,
            TransactionManager transactions) {
        this.sink = new KafkaSink(target.bootstrapServers(), properties.sendTimeout());
        this.topics = new Topics(target);
        DefaultKafkaMessageConverter converter = DefaultKafkaMessageConverter.builder()
                .serializer(eventSerializer)
                .build();
        this.processor = new BackingOffProcessor(BackingOffProcessor.builder()
                .name(NAME)
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(new RelayHandler(converter, sink, target.eventsTopic(), properties))
                        // by default a failed handler is logged and passed over
                        .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                        .sequencingPolicy(new FullConcurrencyPolicy())
                        .build())
                .errorHandler(PropagatingErrorHandler.instance())
                .messageSource(eventStore)
                .tokenStore(tokenStore)
                .transactionManager(transactions)
                .trackingEventProcessorConfiguration(TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                        .andBatchSize(properties.batchSize())
                        .andInitialTrackingToken(StreamableMessageSource::createTailToken)
                        .andTokenClaimInterval(1, TimeUnit.SECONDS)));
    }

    /** Begins as soon as the topics exist, and from then on sees to it that the relay runs; returns at once. */
    public synchronized void start(BackgroundTasks tasks) {
        watch = tasks.loop("relay", Importance.VITAL, this::keepRunning);
    }

    private void keepRunning() throws InterruptedException {
        topicsExist = topicsExist || topics.tryMake();
        if (topicsExist && closing.getCount() > 0 && !processor.isRunning()) {
            if (processor.isError()) {
                // Axon ends its thread for good at an error, and keeps the processor paused
                LOG.warn("the relay has ended by an error, and is started anew");
                processor.shutDown();
                sink.close();
            }
            processor.start();
            LOG.info("the relay runs");
        }
        if (closing.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.debug("the relay stops");
        }
    }

    /** Stores its position and gives up its claim. */
    @Override
    public synchronized void close() {
        closing.countDown();
        if (watch != null) {
            watch.stop(LAST_LOOK);
        }
        processor.shutDown();
        sink.close();
    }

    public State state() {
        if (!processor.isRunning()) {
            return closing.getCount() == 0 ? State.STOPPED : State.STARTING;
        }
        EventTrackerStatus status = processor.processingStatus().get(0);
        if (status == null) {
            return State.STANDING_BY;
        }
        return status.isErrorState() ? State.RETRYING : State.RELAYING;
    }

    /** The index up to which it has relayed; -1 when this node does not relay, or has not begun. */
    public long position() {
        EventTrackerStatus status = processor.processingStatus().get(0);
        return status == null ? -1 : status.getCurrentPosition().orElse(-1);
    }
}
