package tidings.command.channel;

/**
 * The present body of a message.
 *
 * @param position of the event that gave it to it: its posting, its import or its last edit
 */
public record Wording(ContentDigest body, EventPosition position) {}
