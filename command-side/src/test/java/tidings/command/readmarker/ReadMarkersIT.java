package tidings.command.readmarker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tidings.command.KafkaProperties;
import tidings.command.background.BackgroundTasks;
import tidings.command.running.CommandNodeTest;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;

@CommandNodeTest
class ReadMarkersIT {

    private final ReadMarkers markers;
    private final ReadMarkerStore store;
    private final JdbcTemplate jdbc;
    private final KafkaProperties kafka;
    private final AccountId ada = new AccountId(UUID.randomUUID());
    private final ChannelId general = new ChannelId(UUID.randomUUID());

    ReadMarkersIT(
            @Autowired ReadMarkers markers,
            @Autowired ReadMarkerStore store,
            @Autowired JdbcTemplate jdbc,
            @Autowired KafkaProperties kafka) {
        this.markers = markers;
        this.store = store;
        this.jdbc = jdbc;
        this.kafka = kafka;
    }

    @Test
    void showsAMarkAtOnceAndWritesItSoon() {
        assertThat(markers.readSeq(ada, general)).isEqualTo(ReadMarkers.NOTHING_READ);
        markers.mark(ada, general, 7);
        assertThat(markers.readSeq(ada, general)).isEqualTo(7);
        assertThat(markers.readSeqs(ada)).isEqualTo(Map.of(general, 7L));
        Awaitility.await().until(() -> written() == 7);
        assertThat(markers.readSeq(ada, general)).isEqualTo(7);
        assertThat(markers.readSeqs(ada)).isEqualTo(Map.of(general, 7L));
    }

    @Test
    void neverFalls() {
        new Random(7).longs(1_000, 0, 500).forEach(seq -> markers.mark(ada, general, seq));
        markers.mark(ada, general, 500);
        markers.mark(ada, general, 3);
        Awaitility.await().until(() -> written() == 500);
        store.raise(List.of(new ReadMarker(ada, general, 4)));
        assertThat(written()).isEqualTo(500);
        assertThat(markers.readSeq(ada, general)).isEqualTo(500);
    }

    @Test
    void publishesOnTheCompactedTopic() {
        markers.mark(ada, general, 7);
        String key = ada + ":" + general;
        String value = "{\"accountId\":\"" + ada + "\",\"channelId\":\"" + general + "\",\"seq\":7}";
        List<String> found = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = consumer()) {
            consumer.subscribe(List.of(kafka.readMarkersTopic()));
            Awaitility.await().until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (key.equals(record.key())) {
                        found.add(record.value());
                    }
                });
                return found.contains(value);
            });
        }
    }

    @Test
    void publishesAfterAnOutageAndAfterACrashWhatItCouldNotBefore() {
        AtomicBoolean away = new AtomicBoolean(true);
        ConcurrentLinkedQueue<ReadMarker> published = new ConcurrentLinkedQueue<>();
        ReadMarkerPublisher moody = batch -> publish(batch, away, published);
        ReadMarker marker = new ReadMarker(ada, general, 9);
        String node = "node-" + UUID.randomUUID();

        try (MarkerPublication crashed = new MarkerPublication(store, moody, node)) {
            crashed.start(new BackgroundTasks());
            store.raise(List.of(marker));
            crashed.add(List.of(marker));
        }
        assertThat(published).isEmpty();

        away.set(false);
        try (MarkerPublication restarted = new MarkerPublication(store, moody, node)) {
            restarted.start(new BackgroundTasks());
            Awaitility.await().until(() -> published.contains(marker));
        }
    }

    private static void publish(
            Collection<ReadMarker> batch, AtomicBoolean away, ConcurrentLinkedQueue<ReadMarker> published) {
        if (away.get()) {
            throw new IllegalStateException("away");
        }
        published.addAll(batch);
    }

    @Test
    void writesWhatIsLeftWhenItCloses() {
        MarkerPublication publication = new MarkerPublication(store, batch -> {}, "closing");
        CoalescedReadMarkers closing = new CoalescedReadMarkers(store, publication);
        closing.mark(ada, general, 11);
        assertThat(written()).isEqualTo(-1);
        closing.close();
        publication.close();
        assertThat(written()).isEqualTo(11);
    }

    private long written() {
        List<Long> seqs = jdbc.query(
                "SELECT seq FROM read_marker WHERE account_id = ? AND channel_id = ?",
                (row, n) -> row.getLong(1),
                ada.toString(),
                general.toString());
        return seqs.isEmpty() ? -1 : seqs.getFirst();
    }

    private KafkaConsumer<String, String> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka.bootstrapServers(),
                        ConsumerConfig.GROUP_ID_CONFIG,
                        "test-" + UUID.randomUUID(),
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"),
                new StringDeserializer(),
                new StringDeserializer());
    }
}
