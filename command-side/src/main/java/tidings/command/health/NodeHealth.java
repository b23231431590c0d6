package tidings.command.health;

/** What a node's readiness rests on. */
public interface NodeHealth {

    /** Whether the event store answers, within 3 s. */
    boolean databaseAnswers();

    /** What the relay to Kafka is doing. */
    String relayState();

    /** Indices of the log that Kafka does not have yet, about; -1 when another node relays. */
    long relayLag();
}
