package tidings.launcher.instance;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes to and reads from a topic, through a consumer group as the services do. */
final class KafkaRecords {
    private KafkaRecords() {}

    static void write(String bootstrap, String topic, String value) throws Exception {
        Map<String, Object> properties = Map.of("bootstrap.servers", bootstrap);
        try (Admin admin = Admin.create(properties);
                KafkaProducer<String, String> producer =
                        new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
            admin.createTopics(Set.of(new NewTopic(topic, Optional.empty(), Optional.empty())))
                    .all()
                    .get();
            producer.send(new ProducerRecord<>(topic, value)).get();
        }
    }

    static List<String> read(String bootstrap, String topic) {
        Map<String, Object> properties =
                Map.of("bootstrap.servers", bootstrap, "group.id", "tests", "auto.offset.reset", "earliest");
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(Set.of(topic));
            await().pollInSameThread().until(() -> {
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
                    values.add(record.value());
                }
                return !values.isEmpty();
            });
        }
        return values;
    }
}
