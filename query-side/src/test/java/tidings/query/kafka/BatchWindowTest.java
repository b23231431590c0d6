package tidings.query.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BatchWindowTest {

    private static final TopicPartition A = new TopicPartition("events", 0);
    private static final TopicPartition B = new TopicPartition("events", 1);
    private static final Duration LONG = Duration.ofHours(1);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");
    private int polls;

    @BeforeEach
    void assign() {
        consumer.assign(List.of(A, B));
        consumer.updateBeginningOffsets(Map.of(A, 0L, B, 0L));
        consumer.seek(A, 0);
        consumer.seek(B, 0);
    }

    @Test
    void aQuietLogIsTakenAtOnce() {
        nextPoll(A, 0, BatchWindow.BUSY - 1);
        nextPoll(A, BatchWindow.BUSY - 1, 100);
        assertThat(offsets(new BatchWindow(LONG, 2_000), A)).isEqualTo(range(BatchWindow.BUSY - 1));
        assertThat(polls).isEqualTo(1);
    }

    @Test
    void theWindowIsOpenUntilTheLogIsQuietAgain() {
        nextPoll(A, 0, 5);
        nextPoll(A, 5, 7);
        nextPoll(B, 0, 2);
        nextPoll(A, 12, 1);
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> gathered =
                new BatchWindow(LONG, 2_000).poll(consumer, Duration.ZERO);
        assertThat(gathered.get(A)).extracting(ConsumerRecord::offset).isEqualTo(range(12));
        assertThat(gathered.get(B)).extracting(ConsumerRecord::offset).isEqualTo(range(2));
        assertThat(polls).isEqualTo(3);
    }

    @Test
    void noMoreIsGatheredThanOneTransactionShouldTake() {
        nextPoll(A, 0, 10);
        nextPoll(A, 10, 10);
        nextPoll(A, 20, 10);
        assertThat(offsets(new BatchWindow(LONG, 20), A)).isEqualTo(range(20));
    }

    @Test
    void aWindowOfNoLengthIsOnePoll() {
        nextPoll(A, 0, 10);
        nextPoll(A, 10, 10);
        assertThat(offsets(new BatchWindow(Duration.ZERO, 2_000), A)).isEqualTo(range(10));
    }

    @Test
    void whatWasGatheredOutlivesALostPosition() {
        nextPoll(A, 0, 10);
        for (int i = 0; i < 2; i++) {
            consumer.schedulePollTask(() -> consumer.setPollException(new OffsetOutOfRangeException(Map.of(B, 3L))));
        }
        BatchWindow window = new BatchWindow(LONG, 2_000);
        assertThat(offsets(window, A)).isEqualTo(range(10));
        assertThatThrownBy(() -> window.poll(consumer, Duration.ZERO)).isInstanceOf(OffsetOutOfRangeException.class);
    }

    private void nextPoll(TopicPartition partition, long from, int count) {
        consumer.schedulePollTask(() -> {
            polls++;
            for (long offset = from; offset < from + count; offset++) {
                consumer.addRecord(new ConsumerRecord<>(
                        partition.topic(), partition.partition(), offset, new byte[0], new byte[0]));
            }
        });
    }

    private List<Long> offsets(BatchWindow window, TopicPartition partition) {
        return window.poll(consumer, Duration.ZERO).getOrDefault(partition, List.of()).stream()
                .map(ConsumerRecord::offset)
                .toList();
    }

    private static List<Long> range(long end) {
        return java.util.stream.LongStream.range(0, end).boxed().toList();
    }
}
