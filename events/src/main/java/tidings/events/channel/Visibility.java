package tidings.events.channel;

/** Who may find and read a channel. */
public enum Visibility {
    /** Every account may find, read and join it. */
    PUBLIC,
    /** Only members know that it exists. */
    PRIVATE,
    /** Exactly the people it was opened for; nobody joins or is added. */
    DIRECT
}
