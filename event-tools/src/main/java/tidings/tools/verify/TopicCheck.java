package tidings.tools.verify;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import tidings.tools.kafka.TopicRecord;

/**
 * Compares the events topic with the log: in each stream every record comes after its predecessor, though some may be
 * repeated, and the topic ends where the log does. Where a stream begins in the topic is its retention's affair.
 */
final class TopicCheck {

    private final Findings findings;
    private final @Nullable UUID only;
    private final Map<UUID, Long> heads = new HashMap<>();
    private long records;

    /** @param only the stream that counts; null for all of them */
    TopicCheck(Findings findings, @Nullable UUID only) {
        this.findings = findings;
        this.only = only;
    }

    void read(TopicRecord record) {
        UUID stream = record.streamId();
        if (stream == null) {
            findings.add("Kafka partition %d offset %d: a record that is no event"
                    .formatted(record.partition(), record.offset()));
            return;
        }
        if (only != null && !only.equals(stream)) {
            return;
        }
        records++;
        Long last = heads.get(stream);
        if (last != null && record.seq() > last + 1) {
            findings.add("Kafka partition %d offset %d, stream %s seq %d: it should be %d"
                    .formatted(record.partition(), record.offset(), stream, record.seq(), last + 1));
        }
        heads.put(stream, last == null ? record.seq() : Math.max(last, record.seq()));
    }

    /** How many records were read of the streams that count. */
    long records() {
        return records;
    }

    /** The streams of which the topic has less than the log, with their last seq in the topic. */
    Map<UUID, Long> behind(Map<UUID, Long> log) {
        Map<UUID, Long> behind = new TreeMap<>();
        log.forEach((stream, head) -> {
            long sent = heads.getOrDefault(stream, -1L);
            if (sent < head) {
                behind.put(stream, sent);
            }
        });
        return behind;
    }

    /** Tells what is missing, when it is no longer waited for. */
    void missing(Map<UUID, Long> behind, Map<UUID, Long> log) {
        behind.forEach((stream, sent) ->
                findings.add("stream %s seq %d: Kafka has not been sent it, though the log has events up to %d"
                        .formatted(stream, sent + 1, log.getOrDefault(stream, -1L))));
    }

    /** @param headNow where a stream ends in the log by now; -1 when it has none */
    void beyond(Map<UUID, Long> log, ToLongFunction<UUID> headNow) {
        new TreeMap<>(heads).forEach((stream, sent) -> {
            if (log.getOrDefault(stream, -1L) < sent) {
                long head = headNow.applyAsLong(stream);
                if (head < sent) {
                    findings.add("stream %s seq %d: Kafka has events up to %d, the log %s"
                            .formatted(stream, head + 1, sent, head < 0 ? "has none" : "ends at " + head));
                }
            }
        });
    }
}
