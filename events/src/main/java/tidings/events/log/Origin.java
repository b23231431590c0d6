package tidings.events.log;

/** Where a record was read: a Kafka topic, partition and offset, or the event store's feed and index. */
public record Origin(String topic, int partition, long offset) {}
