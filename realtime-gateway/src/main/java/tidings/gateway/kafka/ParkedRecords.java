package tidings.gateway.kafka;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tidings.gateway.health.Alarm;

/**
 * Records that cannot be read. They stay in the topic for ever, so that their place is all that needs keeping; their
 * channel gets the event from the event log like any other gap, and the others flow on.
 */
@Component
class ParkedRecords implements Alarm {

    private static final Logger LOG = LoggerFactory.getLogger(ParkedRecords.class);

    private final AtomicLong count = new AtomicLong();

    void park(ConsumerRecord<String, byte[]> record, RuntimeException why) {
        count.incrementAndGet();
        LOG.warn(
                "ALARM parked a record that cannot be read: topic {} partition {} offset {}: {}",
                record.topic(),
                record.partition(),
                record.offset(),
                why.toString());
    }

    @Override
    public String name() {
        return "parkedRecords";
    }

    @Override
    public long count() {
        return count.get();
    }
}
