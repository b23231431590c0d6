package tidings.command.channel;

/**
 * The present body of a message.
 *
 * @param mark of the event that gave it to it: its posting, its import or its last edit
 */
public record Wording(ContentDigest body, Mark mark) {}
