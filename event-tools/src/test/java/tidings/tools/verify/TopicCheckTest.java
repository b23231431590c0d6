package tidings.tools.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tidings.tools.kafka.TopicRecord;

class TopicCheckTest {

    private static final UUID ROOM = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("01900000-0000-7000-8000-000000000002");

    private final Findings findings = new Findings();
    private final TopicCheck check = new TopicCheck(findings, null);
    private long offset;

    private void sent(UUID stream, long... seqs) {
        for (long seq : seqs) {
            check.read(new TopicRecord(1, offset++, stream, seq));
        }
    }

    @Test
    void repeatsAndAnOldBeginningAreRight() {
        sent(ROOM, 5, 6, 7, 5, 6, 7, 8);
        assertThat(check.behind(Map.of(ROOM, 8L))).isEmpty();
        check.beyond(Map.of(ROOM, 8L), stream -> 8);
        assertThat(findings.told()).isEmpty();
        assertThat(check.records()).isEqualTo(7);
    }

    @Test
    void findsWhatIsOutOfOrder() {
        sent(ROOM, 0, 2, 1, 3);
        assertThat(findings.told())
                .containsExactly("Kafka partition 1 offset 1, stream " + ROOM + " seq 2: it should be 1");
    }

    @Test
    void findsEventsThatTheLogHasLost() {
        sent(ROOM, 0, 1, 2);
        sent(OTHER, 0);
        check.beyond(Map.of(ROOM, 1L), stream -> stream.equals(ROOM) ? 1 : -1);
        assertThat(findings.told())
                .containsExactly(
                        "stream " + ROOM + " seq 2: Kafka has events up to 2, the log ends at 1",
                        "stream " + OTHER + " seq 0: Kafka has events up to 0, the log has none");
    }

    @Test
    void whatWasRecordedMeanwhileIsNoFinding() {
        sent(ROOM, 0, 1, 2);
        check.beyond(Map.of(ROOM, 1L), stream -> 2);
        assertThat(findings.told()).isEmpty();
    }

    @Test
    void findsEventsThatWereNeverSent() {
        sent(ROOM, 0, 1);
        Map<UUID, Long> log = Map.of(ROOM, 3L, OTHER, 0L);
        check.missing(check.behind(log), log);
        assertThat(findings.told())
                .containsExactly(
                        "stream " + ROOM + " seq 2: Kafka has not been sent it, though the log has events up to 3",
                        "stream " + OTHER + " seq 0: Kafka has not been sent it, though the log has events up to 0");
    }

    @Test
    void findsRecordsThatAreNoEvents() {
        check.read(new TopicRecord(1, 9, null, -1));
        assertThat(findings.told()).containsExactly("Kafka partition 1 offset 9: a record that is no event");
    }

    @Test
    void countsOneStreamWhereOneWasAskedFor() {
        TopicCheck one = new TopicCheck(findings, ROOM);
        one.read(new TopicRecord(1, 0, OTHER, 3));
        one.read(new TopicRecord(1, 1, OTHER, 9));
        one.read(new TopicRecord(1, 2, ROOM, 0));
        assertThat(one.records()).isEqualTo(1);
        assertThat(findings.told()).isEmpty();
    }
}
