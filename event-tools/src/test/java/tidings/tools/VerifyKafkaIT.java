package tidings.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidings.events.EventHeaders;
import tidings.launcher.fixture.SharedServers;

/** What was planted in a real topic is found. */
class VerifyKafkaIT {

    private static final String CHANNEL = "01900000-0000-7000-8000-000000000001";
    private static final String OTHER = "01900000-0000-7000-8000-000000000002";
    private static final String OPENED = "{\"name\":\"%s\",\"topic\":null,\"visibility\":\"PUBLIC\"}";
    private static final String JOINED = "{\"memberId\":\"%s\",\"role\":\"MEMBER\"}";

    private final String bootstrap = SharedServers.get().kafkaBootstrapServers();
    private final String topic = "verify-" + UUID.randomUUID();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Path data;
    private final StandInInstance instance;

    VerifyKafkaIT(@TempDir Path data) throws IOException {
        this.data = data;
        this.instance = new StandInInstance(data, bootstrap);
    }

    @BeforeEach
    void recordAndSend() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic(topic, 2, (short) 1))).all().get();
        }
        recorded(CHANNEL, 0, "ChannelOpened", OPENED.formatted("a"));
        recorded(OTHER, 0, "ChannelOpened", OPENED.formatted("b"));
        recorded(CHANNEL, 1, "MemberJoined", JOINED.formatted(UUID.randomUUID()));
        sent(CHANNEL, 0, 1, 0, 1);
        sent(OTHER, 0);
    }

    @AfterEach
    void stop() {
        instance.close();
    }

    @Test
    void aTopicThatHasTheLogIsRight() {
        assertThat(verify()).isZero();
        assertThat(out.toString()).contains("5 records of Kafka: all well");
    }

    @Test
    void findsWhatTheLogHasNotAndWhatIsOutOfOrder() throws Exception {
        sent(CHANNEL, 3, 2);
        assertThat(verify()).isEqualTo(1);
        assertThat(out.toString())
                .contains("stream " + CHANNEL + " seq 3: it should be 2")
                .contains("stream " + CHANNEL + " seq 2: Kafka has events up to 3, the log ends at 1")
                .contains("2 WRONG");
        assertThat(verify("--no-kafka")).isZero();
        assertThat(verify("--channel", "b")).isZero();
    }

    @Test
    void findsRecordsThatAreNoEvents() throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            producer.send(new ProducerRecord<>(topic, bytes("nobody"), bytes("{}")))
                    .get();
        }
        assertThat(verify()).isEqualTo(1);
        assertThat(out.toString()).contains("a record that is no event").contains("1 WRONG");
    }

    @Test
    void tellsThatThereIsNoSuchTopic() {
        assertThat(verifyOn("no-" + topic)).isEqualTo(3);
        assertThat(err.toString()).contains("Kafka has no topic no-" + topic).doesNotContain("Exception");
    }

    private int verify(String... more) {
        return verifyOn(topic, more);
    }

    private int verifyOn(String name, String... more) {
        return EventTools.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(Stream.concat(Stream.of("verify", "--topic", name, "--data", data.toString()), Stream.of(more))
                        .toArray(String[]::new));
    }

    private void recorded(String stream, long seq, String type, String body) {
        instance.log.add(
                "{\"index\":%d,\"stream\":\"Channel\",\"streamId\":\"%s\",\"seq\":%d,\"at\":\"2026-11-24T06:00:00Z\",\"actorId\":null,\"type\":\"%s\",\"revision\":1,\"data\":%s}"
                        .formatted(instance.log.size(), stream, seq, type, body));
        instance.seen(stream, seq, type, body);
    }

    private void sent(String stream, long... seqs) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            for (long seq : seqs) {
                ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, bytes(stream), bytes("{}"));
                record.headers()
                        .add(EventHeaders.TYPE, bytes("MemberJoined"))
                        .add(EventHeaders.SEQ, number(seq))
                        .add(EventHeaders.TIMESTAMP, number(0));
                producer.send(record).get();
            }
        }
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] number(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }
}
