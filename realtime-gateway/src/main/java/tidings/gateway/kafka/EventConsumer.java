package tidings.gateway.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tidings.gateway.fanout.Broker;
import tidings.gateway.fanout.BrokerUnavailableException;
import tidings.gateway.fanout.EventPublisher;
import tidings.gateway.fanout.EventPublisher.Publication;
import tidings.gateway.health.Background;
import tidings.gateway.health.ReadinessCheck;
import tidings.gateway.health.VitalTasks;

/**
 * One thread: poll, publish the batch, commit. Offsets are committed only after the broker has accepted the batch, so a
 * record is published at least once; subscribers drop what they know. A gateway without a broker leaves the group, so
 * that others take its partitions.
 */
@Component
class EventConsumer implements ReadinessCheck, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(EventConsumer.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration RETRY = Duration.ofMillis(200);
    private static final int ATTEMPTS = 5;
    private static final int ENOUGH = 64;
    private static final int MAX_BACKOFF_STEPS = 25;
    private static final String TASK = "the event consumer";

    /** Whoever has polled for so long has succeeded, though nothing came. */
    private static final long QUIET_SUCCESS_NANOS = 10_000_000_000L;

    private final ConsumerProperties properties;
    private final EventPublisher publisher;
    private final Broker broker;
    private final ParkedRecords parked;
    private final VitalTasks tasks;
    private volatile boolean running;
    private volatile boolean joined;
    private int failures;
    private @Nullable Thread thread;
    private volatile @Nullable Consumer<String, byte[]> consumer;

    EventConsumer(
            ConsumerProperties properties,
            EventPublisher publisher,
            Broker broker,
            ParkedRecords parked,
            VitalTasks tasks) {
        this.properties = properties;
        this.publisher = publisher;
        this.broker = broker;
        this.parked = parked;
        this.tasks = tasks;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("event-consumer").start(this::run);
    }

    private void run() {
        while (running) {
            try {
                consume();
            } catch (WakeupException e) {
                LOG.debug("the event consumer stops");
            } catch (BrokerUnavailableException e) {
                LOG.warn(
                        "the event consumer leaves its partitions to other gateways until Redis is back: {}",
                        e.getMessage());
                awaitBroker();
            } catch (KafkaException e) {
                LOG.warn("the event consumer starts again after: {}", e.toString());
                pause();
            } catch (Throwable e) {
                // not ready until it is in the group again; what was not published is not committed and so is read
                // again
                Background.failed(TASK, e);
                tasks.failed(TASK);
                backOff();
            } finally {
                joined = false;
            }
        }
    }

    private void consume() throws BrokerUnavailableException {
        try (Consumer<String, byte[]> kafka =
                new KafkaConsumer<>(configuration(), new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer = kafka;
            PublishedOffsets offsets = new PublishedOffsets(properties.commitEvery());
            long begun = System.nanoTime();
            kafka.subscribe(List.of(properties.topic()), new Assignments(kafka, offsets));
            while (running) {
                ConsumerRecords<String, byte[]> records = kafka.poll(POLL);
                publish(records);
                offsets.published(records.nextOffsets());
                offsets.commitIfDue(kafka);
                if (!records.isEmpty() || System.nanoTime() - begun > QUIET_SUCCESS_NANOS) {
                    failures = 0;
                    tasks.succeeded(TASK);
                }
                gather(records.count());
            }
        }
    }

    /** Longer with every failure in a row, five seconds at most. */
    private void backOff() {
        joined = false;
        failures = Math.min(failures + 1, MAX_BACKOFF_STEPS);
        for (int i = 0; i < failures && running; i++) {
            pause();
        }
    }

    private void awaitBroker() {
        do {
            pause();
        } while (running && !broker.isConnected());
    }

    private Properties configuration() {
        int sessionTimeoutMs = (int) properties.sessionTimeout().toMillis();
        Properties config = new Properties();
        config.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, properties.bootstrapServers());
        config.put(ConsumerConfig.GROUP_ID_CONFIG, properties.group());
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // what is older than the group concerns no socket; sessions read their past from the event log
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        config.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1_000);
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, sessionTimeoutMs);
        config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, sessionTimeoutMs / 5);
        config.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 5_000);
        config.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        return config;
    }

    /** After a small batch the next one is let grow: half the wake-ups of everybody behind, for a bounded delay. */
    private void gather(int records) {
        if (records > 0 && records < ENOUGH) {
            LockSupport.parkNanos(properties.gather().toNanos());
        }
    }

    private void publish(ConsumerRecords<String, byte[]> records) throws BrokerUnavailableException {
        List<Publication> batch = new ArrayList<>(records.count());
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                batch.addAll(RecordPublications.of(record));
            } catch (RuntimeException e) {
                parked.park(record, e);
            }
        }
        publishPatiently(batch);
    }

    /** Rides out a short absence of the broker; what is not accepted is not committed and so is read again. */
    private void publishPatiently(List<Publication> batch) throws BrokerUnavailableException {
        for (int attempt = 1; ; attempt++) {
            try {
                publisher.publish(batch);
                return;
            } catch (BrokerUnavailableException e) {
                if (attempt == ATTEMPTS || !running) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(RETRY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A partition that no gateway has read yet gets a committed start, so that a takeover loses nothing. */
    private final class Assignments implements ConsumerRebalanceListener {

        private final Consumer<String, byte[]> kafka;
        private final PublishedOffsets offsets;

        Assignments(Consumer<String, byte[]> kafka, PublishedOffsets offsets) {
            this.kafka = kafka;
            this.offsets = offsets;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            LOG.info("the event consumer takes the partitions {}", partitions);
            for (TopicPartition partition : partitions) {
                if (kafka.committed(Set.of(partition)).get(partition) == null) {
                    long start = kafka.position(partition);
                    kafka.commitSync(Map.of(partition, new OffsetAndMetadata(start)));
                }
            }
            joined = joined
                    || !partitions.isEmpty()
                    || !kafka.partitionsFor(properties.topic()).isEmpty();
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            LOG.info("the event consumer gives the partitions {} up", partitions);
            offsets.giveUp(kafka, partitions);
        }
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public boolean ready() {
        return joined;
    }

    @Override
    public void stop() {
        running = false;
        Consumer<String, byte[]> current = consumer;
        if (current != null) {
            current.wakeup();
        }
        Thread worker = thread;
        if (worker != null) {
            try {
                worker.join(Duration.ofSeconds(3));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Starts after the broker, stops before it. */
    @Override
    public int getPhase() {
        return 200;
    }
}
