package tidings.command.account;

/** Whether an account may be used. */
enum Standing {
    /** There is no such account. */
    NONE,
    ACTIVE,
    DEACTIVATED,
    /** For good. */
    DELETED
}
