package tidings.events;

/**
 * The stable identity of an event's JSON: what the event store and Kafka write instead of a class name.
 *
 * @param name the record's simple name, unique among all events
 * @param revision of its JSON, from 1
 */
public record EventType(String name, int revision) {

    public EventType {
        if (name.isBlank() || revision < 1) {
            throw new IllegalArgumentException("an event type has a name and a revision from 1");
        }
    }
}
