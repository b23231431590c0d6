package tidings.events.log;

/** Where a record was read: a Kafka topic, partition and offset, or the event store's feed and index. */
public record Origin(String topic, int partition, long offset) {

    private static final String FEED = "event-store";

    static Origin ofFeed(long index) {
        return new Origin(FEED, 0, index);
    }

    /** Whether the offset is an index of the event store's feed. */
    public boolean isFeed() {
        return topic.equals(FEED);
    }
}
