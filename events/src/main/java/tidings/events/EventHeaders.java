package tidings.events;

/**
 * The names under which an event's metadata travels as Kafka record headers, as the Axon Kafka extension's default
 * converter writes them. The record's key is the stream id (36 ASCII characters), its value the event's JSON.
 * Text is UTF-8; {@link #SEQ} and {@link #TIMESTAMP} are 8-byte big-endian integers.
 */
public final class EventHeaders {

    /** The name of the event type, such as {@code MessagePosted}. */
    public static final String TYPE = "axon-message-type";

    /** The revision of the event's JSON, a decimal number as text. */
    public static final String REVISION = "axon-message-revision";

    /** When the event was recorded, in milliseconds since the epoch. */
    public static final String TIMESTAMP = "axon-message-timestamp";

    /** The event's place in its stream. */
    public static final String SEQ = "axon-message-aggregate-seq";

    /** {@code Channel} or {@code Account}. */
    public static final String STREAM_TYPE = "axon-message-aggregate-type";

    /** The metadata key under which the acting account's id is recorded. */
    public static final String ACTOR_ID_METADATA = "actorId";

    /** The header that carries {@link #ACTOR_ID_METADATA}; absent when nobody acted. */
    public static final String ACTOR_ID = "axon-metadata-" + ACTOR_ID_METADATA;

    private EventHeaders() {}
}
