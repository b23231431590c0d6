package tidings.system.history;

import org.jspecify.annotations.Nullable;

/** Something that a client did or saw. A client is one device of one person, through all its reconnections. */
public sealed interface Observation {

    String client();

    String channelId();

    /** The client asked for a message to be recorded; the same key again is a resend. */
    record Sent(String client, String channelId, String accountId, String clientMessageId, String body)
            implements Observation {}

    /** The answer: recorded, under this id and at this place. */
    record Acknowledged(
            String client, String channelId, String accountId, String clientMessageId, String messageId, long seq)
            implements Observation {}

    /** The answer: not recorded, and trying again is no use. */
    record Refused(String client, String channelId, String accountId, String clientMessageId, String code)
            implements Observation {}

    /** The client follows the channel and has seen everything up to and including this seq; -1: nothing yet. */
    record Followed(String client, String channelId, long after) implements Observation {}

    /** The client was shown an event. */
    record Received(
            String client,
            String channelId,
            long seq,
            String type,
            @Nullable String actorId,
            String data) implements Observation {}
}
