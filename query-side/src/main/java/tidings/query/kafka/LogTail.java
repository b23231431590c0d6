package tidings.query.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;
import tidings.events.log.LogRecord;
import tidings.query.projection.PositionStore;
import tidings.query.projection.PositionUpdate;
import tidings.query.projection.Projector;
import tidings.query.views.ViewTables;

/** The end of the events topic, for tables that are being built beside the live ones. */
@Component
public final class LogTail {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final int MOST_POLLS = 100;

    private final String topic;
    private final LogConsumers consumers;
    private final TopicRecords reader;
    private final Projector projector;
    private final PositionStore positions;

    LogTail(
            LogProperties properties,
            LogConsumers consumers,
            TopicRecords reader,
            Projector projector,
            PositionStore positions) {
        this.topic = properties.eventsTopic();
        this.consumers = consumers;
        this.reader = reader;
        this.projector = projector;
        this.positions = positions;
    }

    /** Where each partition ends now: whatever is appended later comes from there on. */
    public Map<Integer, Long> ends() {
        try (Consumer<byte[], byte[]> consumer = consumers.alone()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            Map<Integer, Long> ends = new TreeMap<>();
            consumer.endOffsets(partitions).forEach((partition, end) -> ends.put(partition.partition(), end));
            return ends;
        }
    }

    /** One record again; empty when the log no longer holds it. */
    public Optional<LogRecord> read(int partition, long offset) {
        TopicPartition from = new TopicPartition(topic, partition);
        try (Consumer<byte[], byte[]> consumer = consumers.alone()) {
            consumer.assign(List.of(from));
            long first = consumer.beginningOffsets(List.of(from)).getOrDefault(from, 0L);
            long end = consumer.endOffsets(List.of(from)).getOrDefault(from, 0L);
            if (offset < first || offset >= end) {
                return Optional.empty();
            }
            consumer.seek(from, offset);
            for (int poll = 0; poll < MOST_POLLS; poll++) {
                List<ConsumerRecord<byte[], byte[]>> records =
                        consumer.poll(POLL).records(from);
                if (!records.isEmpty()) {
                    return records.getFirst().offset() == offset
                            ? Optional.of(reader.read(records.getFirst()))
                            : Optional.empty();
                }
            }
        }
        throw new IllegalStateException("Kafka does not give the record at " + from + " offset " + offset);
    }

    /** Follows all partitions from these offsets on, into these tables. */
    public Follower follow(ViewTables tables, Map<Integer, Long> from) {
        from.forEach((partition, offset) -> positions.begin(tables, topic, partition, offset));
        return new Follower(tables, from);
    }

    /** Used by one thread. */
    public final class Follower implements AutoCloseable {

        private final Consumer<byte[], byte[]> consumer = consumers.alone();
        private final ViewTables tables;
        private final Map<Integer, Long> next;

        private Follower(ViewTables tables, Map<Integer, Long> from) {
            this.tables = tables;
            this.next = new TreeMap<>(from);
            consumer.assign(from.keySet().stream()
                    .map(partition -> new TopicPartition(topic, partition))
                    .toList());
            from.forEach((partition, offset) -> consumer.seek(new TopicPartition(topic, partition), offset));
        }

        /** Applies what there is; answers how many records are still to come. After a failure it may be called again. */
        public long turn() {
            try {
                return applied();
            } catch (RuntimeException e) {
                next.forEach((partition, offset) -> consumer.seek(new TopicPartition(topic, partition), offset));
                throw e;
            }
        }

        private long applied() {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            List<LogRecord> batch = new ArrayList<>(records.count());
            List<PositionUpdate.Move> moves = new ArrayList<>();
            for (TopicPartition partition : records.partitions()) {
                long to = consumer.position(partition);
                moves.add(new PositionUpdate.Move(
                        partition.partition(), next.getOrDefault(partition.partition(), 0L), to));
                for (ConsumerRecord<byte[], byte[]> record : records.records(partition)) {
                    batch.add(reader.read(record));
                }
            }
            projector.apply(tables, new PositionUpdate(topic, moves), batch);
            moves.forEach(move -> next.put(move.partition(), move.to()));
            return behind();
        }

        private long behind() {
            return consumer.endOffsets(consumer.assignment()).entrySet().stream()
                    .mapToLong(end -> Math.max(
                            0, end.getValue() - next.getOrDefault(end.getKey().partition(), 0L)))
                    .sum();
        }

        @Override
        public void close() {
            consumer.close();
        }
    }
}
