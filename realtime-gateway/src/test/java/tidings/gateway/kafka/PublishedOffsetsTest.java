package tidings.gateway.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class PublishedOffsetsTest {

    private static final TopicPartition KEPT = new TopicPartition("t", 0);
    private static final TopicPartition GIVEN = new TopicPartition("t", 1);

    private final MockConsumer<String, byte[]> kafka = new MockConsumer<>("latest");

    PublishedOffsetsTest() {
        kafka.assign(List.of(KEPT, GIVEN));
    }

    private Map<TopicPartition, OffsetAndMetadata> committed() {
        return kafka.committed(Set.of(KEPT, GIVEN));
    }

    private static Map<TopicPartition, OffsetAndMetadata> at(long kept, long given) {
        return Map.of(KEPT, new OffsetAndMetadata(kept), GIVEN, new OffsetAndMetadata(given));
    }

    @Test
    void commitsTheLastPlaceWhenItIsTime() {
        PublishedOffsets offsets = new PublishedOffsets(Duration.ZERO);
        offsets.published(at(3, 4));
        offsets.published(at(5, 6));
        offsets.commitIfDue(kafka);
        assertThat(committed()).isEqualTo(at(5, 6));
    }

    @Test
    void waitsUntilItIsTime() {
        PublishedOffsets offsets = new PublishedOffsets(Duration.ofHours(1));
        offsets.published(at(3, 4));
        offsets.commitIfDue(kafka);
        assertThat(committed().get(KEPT)).isNull();
    }

    @Test
    void commitsWhatItGivesUpAndNothingOfItLater() {
        PublishedOffsets offsets = new PublishedOffsets(Duration.ofHours(1));
        offsets.published(at(3, 4));
        offsets.giveUp(kafka, List.of(GIVEN));
        assertThat(committed().get(GIVEN)).isEqualTo(new OffsetAndMetadata(4));
        assertThat(committed().get(KEPT)).isNull();
    }
}
