package tidings.gateway.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tidings.command.contract.RecordedEvent;
import tidings.gateway.commandside.KafkaRelay;
import tidings.gateway.fanout.EventPublisher;
import tidings.gateway.health.VitalTasks;
import tidings.gateway.simulation.SimulatedLoop;
import tidings.gateway.simulation.SimulatedNetwork;
import tidings.launcher.fixture.SharedServers;

/** The thread that publishes, killed by what nobody foresaw, comes back and leaves nothing out. */
class EventConsumerIT {

    private final List<Long> published = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();

    private void publish(List<EventPublisher.Publication> batch) {
        for (EventPublisher.Publication publication : batch) {
            if (publication instanceof EventPublisher.Publication.OfEvent ofEvent) {
                long seq = ofEvent.event().seq();
                int failure = seq == 1 ? failures.incrementAndGet() : Integer.MAX_VALUE;
                if (failure == 1) {
                    throw new IllegalStateException("injected");
                }
                if (failure == 2) {
                    throw new StackOverflowError("injected");
                }
                if (!published.contains(seq)) {
                    published.add(seq);
                }
            }
        }
    }

    @Test
    void goesOnAfterExceptionsAndErrors() throws Exception {
        String bootstrap = SharedServers.get().kafkaBootstrapServers();
        String topic = "event-consumer-" + UUID.randomUUID();
        try (KafkaRelay relay = new KafkaRelay(bootstrap, topic)) {
            EventConsumer consumer =
                    consumer(bootstrap, topic, this::publish, new VitalTasks(Duration.ofHours(1), System::nanoTime));
            consumer.start();
            Awaitility.await().until(consumer::ready);
            UUID channel = UUID.randomUUID();
            for (long seq = 0; seq < 3; seq++) {
                relay.relay("Channel", channel, posted(seq));
            }
            Awaitility.await().untilAsserted(() -> assertThat(published).containsExactly(0L, 1L, 2L));
            assertThat(failures).hasValueGreaterThan(2);
            Awaitility.await().until(consumer::ready);
            consumer.stop();
        }
    }

    @Test
    void endsTheProcessWhenItFailsForGood() throws Exception {
        String bootstrap = SharedServers.get().kafkaBootstrapServers();
        String topic = "event-consumer-" + UUID.randomUUID();
        AtomicInteger ended = new AtomicInteger();
        VitalTasks tasks = new VitalTasks(Duration.ofMillis(1), System::nanoTime);
        tasks.whenHopeless(ended::incrementAndGet);
        try (KafkaRelay relay = new KafkaRelay(bootstrap, topic)) {
            EventConsumer consumer = consumer(
                    bootstrap,
                    topic,
                    batch -> {
                        if (!batch.isEmpty()) {
                            throw new StackOverflowError("injected");
                        }
                    },
                    tasks);
            consumer.start();
            Awaitility.await().until(consumer::ready);
            assertThat(ended).hasValue(0);
            relay.relay("Channel", UUID.randomUUID(), posted(0));
            Awaitility.await().until(() -> ended.get() == 1);
            assertThat(tasks.hopeless()).hasValue("the event consumer");
            consumer.stop();
        }
    }

    private static EventConsumer consumer(String bootstrap, String topic, EventPublisher publisher, VitalTasks tasks) {
        return new EventConsumer(
                new ConsumerProperties(
                        bootstrap, topic, topic, Duration.ofSeconds(6), Duration.ofMillis(2), Duration.ofMillis(250)),
                publisher,
                new SimulatedNetwork(new SimulatedLoop(), new Random(1), 0),
                new ParkedRecords(),
                tasks);
    }

    private static RecordedEvent posted(long seq) {
        return RecordedEvent.newBuilder()
                .setSeq(seq)
                .setType("MessagePosted")
                .setActorId(UUID.randomUUID().toString())
                .build();
    }
}
