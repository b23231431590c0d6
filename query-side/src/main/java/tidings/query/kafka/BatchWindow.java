package tidings.query.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.TopicPartition;

/**
 * How much one transaction of the views takes in. A transaction costs nearly the same for ten events as for a hundred,
 * so the window of a busy log stays open for a while, and a quiet log is applied at once.
 *
 * @param length how long the window of a busy log is open
 * @param maxRecords no further poll once so many records are there
 */
record BatchWindow(Duration length, int maxRecords) {

    /** So many records of one poll show that the log is busy. */
    static final int BUSY = 5;

    /** Polls once, and again while the log is busy; a partition's records keep their order. */
    Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> poll(
            Consumer<byte[], byte[]> consumer, Duration timeout) {
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> gathered = new LinkedHashMap<>();
        long end = System.nanoTime() + length.toNanos();
        int polled = take(consumer.poll(timeout), gathered);
        int count = polled;
        long left = end - System.nanoTime();
        while (polled >= BUSY && count < maxRecords && left > 0) {
            try {
                polled = take(consumer.poll(Duration.ofNanos(left)), gathered);
            } catch (InvalidOffsetException e) {
                // the next poll meets it again; what has been gathered must not be lost to it
                return gathered;
            }
            count += polled;
            left = end - System.nanoTime();
        }
        return gathered;
    }

    private static int take(
            ConsumerRecords<byte[], byte[]> records,
            Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> gathered) {
        for (TopicPartition partition : records.partitions()) {
            gathered.computeIfAbsent(partition, ignored -> new ArrayList<>()).addAll(records.records(partition));
        }
        return records.count();
    }
}
